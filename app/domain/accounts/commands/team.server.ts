import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { accountEvents } from '../events.ts'
import { accountPolicy } from '../policy.ts'
import { getAccount } from '../queries/accounts.server.ts'
import { visibleColleagues } from '../scope.server.ts'
import { subjectOf } from './accounts.server.ts'

/** @throws NotFound for an account or a colleague that is not there, Forbidden, Conflict for one who is on the team */
export async function addToTeam(actor: Actor, accountId: string, membershipId: string): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, accountId, tx)
    authorize(accountPolicy.changeTeam(actor, account))
    const member = await tx.membership.findFirst({
      where: { AND: [visibleColleagues(actor), { id: requireId(membershipId), deactivatedAt: null }] },
    })
    if (!member) throw new NotFound()
    const added = await tx.teamMember.createMany({
      data: { accountId, membershipId, createdAt: now() },
      skipDuplicates: true,
    })
    if (added.count === 0) throw new Conflict('accounts:error.onTeam')
    const payload = { name: member.name, membershipId, customer: account.customer.name }
    await record(tx, actor, accountEvents.teamMemberAdded(subjectOf(account), payload, 'supplier'))
  })
}

/**
 * Takes a member off the team. Of a restricted account that ends the member's access at once.
 * @throws NotFound, Forbidden, Conflict for the last one of a restricted account
 */
export async function removeFromTeam(actor: Actor, accountId: string, membershipId: string): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, accountId, tx)
    authorize(accountPolicy.changeTeam(actor, account))
    const team = await tx.teamMember.findMany({
      relationLoadStrategy: 'join',
      where: { accountId },
      select: { membershipId: true, membership: { select: { name: true, deactivatedAt: true } } },
    })
    const leaving = team.find((member) => member.membershipId === membershipId)
    if (!leaving) throw new NotFound()
    const staying = team.filter((member) => member !== leaving && !member.membership.deactivatedAt)
    if (account.isRestricted && staying.length === 0) throw new Conflict('accounts:error.lastOnTeam')
    // Before the row goes: whoever leaves a restricted account could not record it afterwards.
    const payload = { name: leaving.membership.name, membershipId, customer: account.customer.name }
    await record(tx, actor, accountEvents.teamMemberRemoved(subjectOf(account), payload, 'supplier'))
    const { count } = await tx.teamMember.deleteMany({ where: { accountId, membershipId } })
    if (count !== 1) throw new Conflict('common:error.changed')
  })
}
