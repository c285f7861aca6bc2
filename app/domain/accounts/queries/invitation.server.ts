import { hashToken } from '#app/domain/auth/token.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type InvitationState, invitationState } from '../invitation.ts'

export interface FoundInvitation {
  state: InvitationState
  email: string
  name: string
  organizationName: string
  inviterName: string
  /** The inviter's organization, when it is another one. */
  onBehalfOf: string | null
  /** Set when it opens an account. */
  accountId: string | null
  /** The address can sign in already. */
  isKnown: boolean
}

/** The invitation of a link, for whoever holds it. Null for a token that is none. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  const database = unscopedPrisma()
  const invitation = await database.invitation.findUnique({ where: { tokenHash: hashToken(token) } })
  if (!invitation) return null
  const { email, name, organizationId, inviterId, invitedById, accountId } = invitation
  const [organizations, inviter, known] = await Promise.all([
    database.organization.findMany({ where: { id: { in: [organizationId, inviterId] } } }),
    database.membership.findUnique({ where: { id: invitedById }, select: { name: true } }),
    database.credential.count({ where: { user: { email } } }),
  ])
  const nameOf = (id: string) => organizations.find((organization) => organization.id === id)?.name ?? ''
  return {
    ...{ accountId, email, name, state: invitationState(invitation, now()), isKnown: known > 0 },
    ...{ organizationName: nameOf(organizationId), inviterName: inviter?.name ?? '' },
    onBehalfOf: inviterId === organizationId ? null : nameOf(inviterId),
  }
}

export interface JoiningOrganization {
  id: string
  name: string
}

/**
 * The customers' organizations that a person administers, and that can take an account of another supplier: the own ones,
 * past row-level security, because the present membership may be another one.
 */
export async function listJoining(userId: string, accountId: string): Promise<JoiningOrganization[]> {
  const { supplierId } = await unscopedPrisma().account.findUniqueOrThrow({ where: { id: accountId } })
  return unscopedPrisma().organization.findMany({
    where: {
      memberships: { some: { userId, side: 'customer', isAdministrator: true, deactivatedAt: null } },
      id: { not: supplierId },
      customerAccounts: { none: { supplierId } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}
