import type { Side } from '#app/domain/access/actor.ts'
import type { Reaction } from '#app/domain/events/on-event.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'

/** What the other side does for both to read. */
const wakes = [
  ...['messagePosted', 'answered', 'accepted', 'reopened', 'closed', 'waitingForCustomer', 'pauseAgreed'],
  ...['urgencyChanged', 'lapsed'],
].map((name) => `consultation.${name}`)
/** A clock or an own day that is about to be missed, or was: nothing that was put aside hides that. */
const warns = ['dueSoon', 'overdue', 'ownDaySoon', 'ownDayMissed'].map((name) => `consultation.${name}`)

/**
 * The reaction that brings back what was put aside: when the other side does something, and when a clock warns. Whoever
 * takes part hears of either anyway.
 */
export const wakeSnoozed: Reaction = async ({ type, subjectId, actorId }) => {
  if (warns.includes(type)) {
    await unscopedPrisma().$executeRaw`
      DELETE FROM consultation_snooze s USING membership m
      WHERE s.consultation_id = ${subjectId}::uuid AND m.id = s.membership_id AND m.side = 'supplier'`
  } else if (wakes.includes(type)) {
    await unscopedPrisma().$executeRaw`
      DELETE FROM consultation_snooze s USING membership m
      WHERE s.consultation_id = ${subjectId}::uuid AND m.id = s.membership_id
        AND m.side IS DISTINCT FROM (SELECT a.side FROM membership a WHERE a.id = ${actorId}::uuid)`
  }
}

interface Woken {
  id: string
  accountId: string
  organizationId: string
  number: number
  subject: string
  memberId: string
  side: Side
}

/** The job, each minute: what was put aside until now is back, and whoever put it aside is told, once. */
export async function wakeDue(): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    const woken = await tx.$queryRaw<Woken[]>`
      WITH over AS (
        DELETE FROM consultation_snooze WHERE until <= ${now()}::timestamptz RETURNING consultation_id, membership_id)
      SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.subject,
             m.id AS "memberId", m.side::text AS side
      FROM over JOIN consultation c ON c.id = over.consultation_id JOIN membership m ON m.id = over.membership_id
      ORDER BY c.id`
    for (const { memberId, side, ...consultation } of woken) {
      const payload = { ...namedConsultation(consultation), memberId }
      await record(tx, null, workEvents.snoozeEnded(consultation, payload, side))
    }
  })
}
