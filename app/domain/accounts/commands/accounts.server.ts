import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma, type Tx, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { accountEvents } from '../events.ts'
import type { AdministratorInput, OpenAccountInput } from '../forms.ts'
import { writeInvitation } from '../invite.server.ts'
import { accountPolicy } from '../policy.ts'
import { type AccountSummary, getAccount } from '../queries/accounts.server.ts'
import { visibleAccounts } from '../scope.server.ts'

/** The account as the subject of its events. */
export const subjectOf = (account: { id: string; supplierId: string }) => ({
  id: account.id,
  organizationId: account.supplierId,
  accountId: account.id,
})

const namesOf = ({ supplier, customer }: AccountSummary) => ({
  supplier: supplier.name,
  customer: customer.name,
})

/**
 * Opens an account: the customer's organization, the account with its opener on the team, and the invitation of the
 * customer's first administrator, all or nothing. Returns the account's id.
 * @throws Forbidden, Invalid for a customer that there is already
 */
export async function openAccount(actor: Actor, input: OpenAccountInput): Promise<string> {
  authorize(accountPolicy.open(actor))
  const { customerName: name, language, timeZone, email, administratorName, isRestricted } = input
  const sameName = { customer: { name: { equals: name, mode: 'insensitive' as const } } }
  if (await prisma.account.count({ where: { AND: [visibleAccounts(actor), sameName] } })) {
    throw new Invalid('customerName', 'accounts:error.customerExists')
  }
  // Past row-level security: nobody can see an account before it is there.
  return unscopedPrisma().$transaction(async (tx) => {
    const organization = await tx.organization.create({
      data: { name, language, timeZone, createdAt: now() },
    })
    const number = await nextNumber(tx, actor.organizationId, 'account')
    const account = await tx.account.create({
      data: {
        ...{
          supplierId: actor.organizationId,
          customerId: organization.id,
          number,
          isRestricted,
          createdAt: now(),
        },
        team: { create: { membershipId: actor.membershipId, createdAt: now() } },
      },
    })
    await writeInvitation(tx, actor, {
      ...{ organization, side: 'customer', accountId: account.id, email, name: administratorName },
      ...{ functions: [], isAdministrator: true },
    })
    const payload = { number, customer: name, supplier: actor.organizationName }
    await record(tx, actor, accountEvents.opened(subjectOf(account), payload))
    return account.id
  })
}

/**
 * Invites somebody to administer the customer's side, as long as nobody does: the first invitation may have gone to
 * the wrong address.
 * @throws NotFound, Forbidden, Conflict once the customer has an administrator of its own
 */
export async function inviteAdministrator(
  actor: Actor,
  accountId: string,
  { email, administratorName }: AdministratorInput,
): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, accountId, tx)
    authorize(accountPolicy.changeTeam(actor, account))
    const administrators = await tx.membership.count({
      where: {
        organizationId: account.customerId,
        side: 'customer',
        isAdministrator: true,
        deactivatedAt: null,
      },
    })
    if (administrators > 0) throw new Conflict('accounts:error.administratorExists')
    await tx.invitation.updateMany({
      where: { accountId, email, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now() },
    })
    const { customer: organization } = account
    await writeInvitation(tx, actor, {
      ...{ organization, side: 'customer', accountId, email, name: administratorName },
      ...{ functions: [], isAdministrator: true },
    })
    const payload = { name: administratorName, email, organizationName: organization.name }
    await record(tx, actor, accountEvents.administratorInvited(subjectOf(account), payload, 'supplier'))
  })
}

/**
 * Closes an account: the customer's side loses it at once, the supplier's side can still look at it.
 * @throws NotFound, Forbidden, Conflict
 */
export async function closeAccount(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, id, tx)
    authorize(accountPolicy.close(actor, { closedAt: null }))
    if (account.closedAt) throw new Conflict('accounts:error.closed')
    await changeAccount(tx, { id, closedAt: null }, { closedAt: now() })
    await record(tx, actor, accountEvents.closed(subjectOf(account), namesOf(account)))
  })
}

/** @throws NotFound, Forbidden, Conflict */
export async function reopenAccount(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, id, tx)
    authorize(accountPolicy.reopen(actor, { closedAt: now() }))
    if (!account.closedAt) throw new Conflict('accounts:error.open')
    await changeAccount(tx, { id, closedAt: account.closedAt }, { closedAt: null })
    await record(tx, actor, accountEvents.reopened(subjectOf(account), namesOf(account)))
  })
}

/**
 * Makes an account visible to its team alone, or to all of the supplier's members again.
 * @throws NotFound, Forbidden, Conflict when the actor would lose sight of it
 */
export async function setRestricted(actor: Actor, id: string, isRestricted: boolean): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, id, tx)
    authorize(accountPolicy.changeTeam(actor, account))
    const isOnTeam = await tx.teamMember.count({ where: { accountId: id, membershipId: actor.membershipId } })
    if (isRestricted && !isOnTeam) throw new Conflict('accounts:error.joinTeamFirst')
    await changeAccount(tx, { id, isRestricted: !isRestricted }, { isRestricted })
    const event = isRestricted ? accountEvents.restricted : accountEvents.unrestricted
    await record(tx, actor, event(subjectOf(account), { customer: account.customer.name }, 'supplier'))
  })
}

interface AccountState {
  closedAt?: Date | null
  isRestricted?: boolean
}

/** Of two who change the same at once, the second finds that it is done. */
async function changeAccount(
  tx: Tx,
  where: AccountState & { id: string },
  data: AccountState,
): Promise<void> {
  const { count } = await tx.account.updateMany({ where, data })
  if (count !== 1) throw new Conflict('common:error.changed')
}
