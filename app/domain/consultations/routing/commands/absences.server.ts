import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleColleagues } from '#app/domain/accounts/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { startOfDay } from '../../clocks/engine/local-days.ts'
import { absenceEvents } from '../events.ts'
import type { AbsenceInput } from '../forms.ts'
import { routingPolicy } from '../policy.ts'
import { getAbsence } from '../queries/absences.server.ts'
import { visibleAbsences } from '../scope.server.ts'

/** Tells that a member is away for whole days of its own time zone. @returns the id. */
export async function tellAbsence(actor: Actor, input: AbsenceInput): Promise<string> {
  return transact(async (tx) => {
    authorize(routingPolicy.tellAbsence(actor, input.membershipId))
    const member = await colleague(tx, actor, { field: 'membershipId', id: input.membershipId })
    const deputy = input.deputyId
      ? await colleague(tx, actor, { field: 'deputyId', id: input.deputyId })
      : null
    const span = spanOf(input, member.user.timeZone)
    await requireFree(tx, actor, { membershipId: member.id, ...span })
    const { organizationId } = actor
    const { id } = await tx.absence.create({
      data: {
        ...{ organizationId, membershipId: member.id, deputyId: deputy?.id ?? null, ...span },
        firstDay: new Date(input.firstDay),
        lastDay: new Date(input.lastDay),
        recordedById: actor.membershipId,
        recordedAt: now(),
      },
      select: { id: true },
    })
    const days = { name: member.name, firstDay: input.firstDay, lastDay: input.lastDay }
    const payload = { ...days, deputyId: deputy?.id ?? null, deputyName: deputy?.name ?? '–' }
    await record(tx, actor, absenceEvents.told({ id, organizationId }, payload, 'supplier'))
    return id
  })
}

/** Whoever is away is back, or does not go: from here on questions come again. */
export async function endAbsence(actor: Actor, absenceId: string): Promise<void> {
  await transact(async (tx) => {
    const absence = await getAbsence(actor, absenceId, tx)
    authorize(routingPolicy.tellAbsence(actor, absence.membershipId))
    await tx.absence.updateMany({ where: { id: absence.id }, data: { endsAt: now() } })
    const { firstDay, lastDay, member } = absence
    const subject = { id: absence.id, organizationId: actor.organizationId }
    await record(
      tx,
      actor,
      absenceEvents.ended(subject, { name: member.name, firstDay, lastDay }, 'supplier'),
    )
  })
}

function spanOf({ firstDay, lastDay }: AbsenceInput, timeZone: string) {
  const after = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10)
  const span = {
    startsAt: new Date(startOfDay(firstDay, timeZone)),
    endsAt: new Date(startOfDay(after, timeZone)),
  }
  if (span.endsAt <= now()) throw new Invalid('lastDay', 'routing:error.over')
  return span
}

/** Somebody of the own side who is there. */
async function colleague(tx: Tx, actor: Actor, { field, id }: { field: string; id: string }) {
  const found = await tx.membership.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [visibleColleagues(actor), { id, deactivatedAt: null }] },
    select: { id: true, name: true, user: { select: { timeZone: true } } },
  })
  if (!found) throw new Invalid(field, 'common:error.unknown')
  return found
}

interface Span {
  membershipId: string
  startsAt: Date
  endsAt: Date
}

/** Nobody is away twice at once: those who tell of the same person wait for each other. */
async function requireFree(tx: Tx, actor: Actor, { membershipId, startsAt, endsAt }: Span): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${membershipId}, 104))`
  const other = await tx.absence.findFirst({
    where: {
      AND: [visibleAbsences(actor), { membershipId, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } }],
    },
    select: { id: true },
  })
  if (other) throw new Invalid('firstDay', 'routing:error.awayAlready')
}
