import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { memberEvents } from '../events.ts'
import type { MemberInput } from '../forms.ts'
import { memberPolicy } from '../policy.ts'
import { getMember, type MemberSummary } from '../queries/members.server.ts'
import { unscopedCountOrphans } from '../queries/orphans.server.ts'
import { requireFunctions } from './invitations.server.ts'

const subjectOf = (actor: Actor, member: MemberSummary) => ({
  id: member.membershipId,
  organizationId: actor.organizationId,
})

/**
 * Changes name, functions and the administrator flag of a colleague.
 * @throws NotFound, Forbidden, Invalid, Conflict when nobody would be left to administer the side
 */
export async function changeMember(actor: Actor, membershipId: string, input: MemberInput): Promise<void> {
  await transact(async (tx) => {
    const member = await getMember(actor, membershipId, tx)
    authorize(memberPolicy.change(actor))
    requirePerson(member)
    requireFunctions(actor, input.functions)
    if (!input.isAdministrator) await requireOtherAdministrator(tx, actor, member)
    const { name, functions, isAdministrator } = input
    await tx.membership.update({ where: { id: membershipId }, data: { name, functions, isAdministrator } })
    const payload = { name, functions, isAdministrator }
    await record(tx, actor, memberEvents.changed(subjectOf(actor, member), payload, actor.side))
  })
}

/**
 * Takes a colleague's access away at once: a trigger deletes the sessions in the same transaction (migration 0004),
 * row-level security shows the membership no more rows, and the event closes its open streams.
 * @throws NotFound, Forbidden, Conflict
 */
export async function deactivateMember(actor: Actor, membershipId: string): Promise<void> {
  await transact(async (tx) => {
    const member = await getMember(actor, membershipId, tx)
    authorize(memberPolicy.change(actor))
    if (membershipId === actor.membershipId) throw new Conflict('accounts:error.self')
    await requireOtherAdministrator(tx, actor, member)
    if (await unscopedCountOrphans(membershipId)) throw new Conflict('accounts:error.lastOnTeam')
    await change(tx, { id: membershipId, deactivatedAt: null }, now())
    await record(
      tx,
      actor,
      memberEvents.deactivated(subjectOf(actor, member), { name: member.name }, actor.side),
    )
  })
}

/** @throws NotFound, Forbidden, Conflict */
export async function reactivateMember(actor: Actor, membershipId: string): Promise<void> {
  await transact(async (tx) => {
    const member = await getMember(actor, membershipId, tx)
    authorize(memberPolicy.change(actor))
    requirePerson(member)
    await change(tx, { id: membershipId, deactivatedAt: { not: null } }, null)
    await record(
      tx,
      actor,
      memberEvents.reactivated(subjectOf(actor, member), { name: member.name }, actor.side),
    )
  })
}

/** Whoever was erased is nobody any more. */
function requirePerson(member: MemberSummary): void {
  if (member.erasedAt) throw new Conflict('accounts:error.erasedAlready')
}

async function change(
  tx: Tx,
  where: { id: string; deactivatedAt: null | { not: null } },
  deactivatedAt: Date | null,
): Promise<void> {
  const { count } = await tx.membership.updateMany({ where, data: { deactivatedAt } })
  if (count !== 1) throw new Conflict('common:error.changed')
}

/** Each side keeps an administrator. The rows are locked, so that two cannot demote each other at the same moment. */
async function requireOtherAdministrator(tx: Tx, actor: Actor, member: MemberSummary): Promise<void> {
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM membership
    WHERE organization_id = ${actor.organizationId}::uuid AND side = ${actor.side}::side
      AND is_administrator AND deactivated_at IS NULL
    ORDER BY id FOR UPDATE`
  const others = administrators.filter(({ id }) => id !== member.membershipId)
  const isOne = administrators.length > others.length
  if (isOne && others.length === 0) throw new Conflict('accounts:error.lastAdministrator')
}
