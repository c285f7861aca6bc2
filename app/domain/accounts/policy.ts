import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'

const runsAccounts = (actor: Actor) =>
  isSupplier(actor) && (actor.isAdministrator || hasFunction(actor, 'account_management'))

/** What may be done to an account that one can see. A closed account is looked at and reopened, nothing else. */
export const accountPolicy = {
  open: runsAccounts,
  close: (actor: Actor, account: { closedAt: Date | null }) => runsAccounts(actor) && !account.closedAt,
  reopen: (actor: Actor, account: { closedAt: Date | null }) =>
    runsAccounts(actor) && Boolean(account.closedAt),
  changeTeam: (actor: Actor, account: { closedAt: Date | null }) => runsAccounts(actor) && !account.closedAt,
  changeSites: (actor: Actor, account: { closedAt: Date | null }) =>
    !account.closedAt && (runsAccounts(actor) || actor.isAdministrator || hasFunction(actor, 'logistics')),
  /** Each side for its own members. */
  changeCoverage: (actor: Actor, account: { closedAt: Date | null }) =>
    !account.closedAt && (runsAccounts(actor) || (isCustomer(actor) && actor.isAdministrator)),
  seeTeam: isSupplier,
}

/** People are the business of their own side's administrator. */
export const memberPolicy = {
  invite: (actor: Actor) => actor.isAdministrator,
  change: (actor: Actor) => actor.isAdministrator,
}

interface MemberState {
  deactivatedAt: Date | null
  /** Once set, nothing changes any more. */
  erasedAt: Date | null
}

/** Erasing cannot be undone: it is done to those who have left already. */
export const canErase = ({ deactivatedAt, erasedAt }: MemberState) =>
  deactivatedAt !== null && erasedAt === null

interface InvitationKeys {
  organizationId: string
  inviterId: string
}

/** The own people's invitations, and those by which the own organization opened an account. */
export const invitationPolicy = {
  change: (actor: Actor, invitation: InvitationKeys) =>
    invitation.organizationId === actor.organizationId
      ? actor.isAdministrator
      : invitation.inviterId === actor.organizationId && runsAccounts(actor),
}

export const productPolicy = {
  change: (actor: Actor) =>
    isSupplier(actor) && (actor.isAdministrator || hasFunction(actor, 'engineering', 'account_management')),
}
