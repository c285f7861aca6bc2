import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { type NewMessage, writeMessage } from '../../commands/write-message.server.ts'
import type { ConsultationStatus } from '../../consultation.ts'
import { requireMove } from '../../moves.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import type { PauseInput } from '../acts.ts'
import { day } from '../engine/calendar.ts'
import { startOfDay } from '../engine/local-days.ts'
import { pausesIn } from '../engine/log.ts'
import { clockEvents } from '../events.ts'
import { clockPolicy } from '../policy.ts'
import { readLogs } from '../queries/log.server.ts'
import { clockLimits } from '../service-level.ts'

/**
 * Asks the customer something, or writes down a pause that both sides agreed on. Either is a message that both read, so
 * that nobody wonders why a clock stands still. Returns the id of the message.
 */
export async function pauseClocks(
  actor: Actor,
  consultationId: string,
  { reason, until: lastDay, ...message }: PauseInput & Omit<NewMessage, 'lane'>,
): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(clockPolicy.pause(actor, consultation))
    const isQuestion = reason === 'waiting'
    const status = requireMove(consultation.status, isQuestion ? 'askBack' : 'supplierWrites')
    const until = lastDay ? await endOf(tx, consultation, lastDay) : null
    const written = await writeMessage(tx, actor, consultation, { ...message, lane: 'shared' })
    await moveTo(tx, consultation, {
      status,
      // Whoever asks back what nobody has takes it, as whoever answers does.
      ...(isQuestion ? { assigneeId: consultation.assigneeId ?? actor.membershipId } : {}),
    })
    const payload = { ...namedConsultation(consultation), ...written }
    await record(
      tx,
      actor,
      isQuestion
        ? clockEvents.waitingForCustomer(consultation, payload)
        : clockEvents.pauseAgreed(consultation, { ...payload, until: until?.toISOString() ?? null }),
    )
    return written.messageId
  })
}

/** The beginning of a day in the supplier's zone; it lies ahead, and not for ever. */
async function endOf(tx: Tx, { organizationId }: KnownConsultation, until: string): Promise<Date> {
  const { timeZone } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  })
  const end = startOfDay(until, timeZone)
  const ahead = end - now().getTime()
  if (ahead <= 0) throw new Invalid('until', 'clocks:error.pauseOver')
  if (ahead > clockLimits.longestPause * day)
    throw new Invalid('until', 'clocks:error.pauseTooLong', { max: clockLimits.longestPause })
  return new Date(end)
}

/** Of two who move it at once the second is told. */
async function moveTo(
  tx: Tx,
  { id, status, assigneeId }: KnownConsultation,
  data: { status: ConsultationStatus; assigneeId?: string },
): Promise<void> {
  const { count } = await tx.consultation.updateMany({ where: { id, status, assigneeId }, data })
  if (count !== 1) throw new Conflict('common:error.changed')
}

/** Ends what stops the clocks at present. */
export async function resumeClocks(actor: Actor, consultationId: string): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(clockPolicy.pause(actor, consultation))
    const [logged] = await readLogs([consultation.id], tx)
    const at = now().getTime()
    const lasts = pausesIn(logged?.log ?? []).some(
      ({ why, from, to }) => why !== 'answered' && from <= at && (to === null || to > at),
    )
    if (!lasts) throw new Conflict('clocks:error.notPaused')
    await moveTo(tx, consultation, { status: requireMove(consultation.status, 'resume') })
    await record(tx, actor, clockEvents.clocksResumed(consultation, namedConsultation(consultation)))
  })
}
