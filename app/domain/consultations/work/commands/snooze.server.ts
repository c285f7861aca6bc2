import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { instantIn } from '#app/domain/documents/reviews/local-time.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'
import type { SnoozeInput } from '../forms.ts'
import { workPolicy } from '../policy.ts'

const day = 86_400_000
/** The hour of a morning, in the person's zone. */
const morning = '08:00'
const longest = 180

/**
 * Puts a consultation aside: out of the own queues until an instant, or until the other side writes, which brings back
 * whatever was put aside. Nothing of it is silenced for anybody, and a clock that is about to be missed brings it back.
 */
export async function snoozeConsultation(
  actor: Actor,
  consultationId: string,
  input: SnoozeInput,
): Promise<void> {
  await snoozeUntil(actor, consultationId, untilOf(actor, input))
}

/** The same with the instant; null until the other side writes. */
export async function snoozeUntil(actor: Actor, consultationId: string, until: Date | null): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(workPolicy.watch(actor, consultation))
    if (until && until <= now()) throw new Invalid('at', 'work:error.timeOver')
    if (until && until.getTime() > now().getTime() + longest * day)
      throw new Invalid('at', 'work:error.timeTooFar', { days: longest })
    const key = { consultationId: consultation.id, membershipId: actor.membershipId }
    await tx.consultationSnooze.upsert({
      where: { consultationId_membershipId: key },
      create: { ...key, accountId: consultation.accountId, until, createdAt: now() },
      update: { until, createdAt: now() },
    })
    const payload = { ...namedConsultation(consultation), until: until?.toISOString() ?? null }
    await record(tx, actor, workEvents.snoozed(consultation, payload, actor.side))
  })
}

/** Takes it out again before its time. */
export async function endSnooze(actor: Actor, consultationId: string): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    const { count } = await tx.consultationSnooze.deleteMany({
      where: { consultationId: consultation.id, membershipId: actor.membershipId },
    })
    if (count === 0) throw new Conflict('work:error.notSnoozed')
    const payload = { ...namedConsultation(consultation), memberId: null }
    await record(tx, actor, workEvents.snoozeEnded(consultation, payload, actor.side))
  })
}

/** Wall time in the person's zone, as an instant. */
function untilOf({ timeZone }: Actor, { until, at }: SnoozeInput): Date | null {
  if (until === 'reply') return null
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now())
  const weekday = new Date(today).getUTCDay()
  const ahead = until === 'monday' ? (8 - weekday) % 7 || 7 : 1
  const on = new Date(Date.parse(today) + ahead * day).toISOString().slice(0, 10)
  const instant = instantIn(timeZone, until === 'at' ? (at ?? '') : `${on}T${morning}`)
  if (instant === 'invalid') throw new Invalid('at', 'common:error.invalid')
  if (instant === 'skipped') throw new Invalid('at', 'work:error.timeSkipped')
  return instant
}
