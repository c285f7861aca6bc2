import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'

interface Reminded {
  id: string
  accountId: string
  organizationId: string
  number: number
  subject: string
  dueOn: string
  isMissed: boolean
}

/**
 * The job, each hour: tells whoever has it that a day of the supplier's own is tomorrow or today, and once it is over. The
 * mark in the row is the lock: of two processes one tells.
 */
export async function remindOfOwnDays(): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    const reminded = await tx.$queryRaw<Reminded[]>`
      WITH due AS (
        SELECT d.consultation_id, d.due_on < today.at AS missed
        FROM consultation_due d
        JOIN consultation c ON c.id = d.consultation_id AND c.status NOT IN ('answered', 'accepted', 'closed', 'merged')
        JOIN account a ON a.id = c.account_id AND a.closed_at IS NULL
        JOIN organization o ON o.id = c.organization_id
        CROSS JOIN LATERAL (SELECT (${now()}::timestamptz AT TIME ZONE o.time_zone)::date AS at) AS today
        WHERE (d.reminded_at IS NULL AND d.due_on BETWEEN today.at AND today.at + 1)
           OR (d.missed_at IS NULL AND d.due_on < today.at)
        FOR UPDATE OF d SKIP LOCKED),
      told AS (
        UPDATE consultation_due d SET reminded_at = ${now()}::timestamptz,
               missed_at = CASE WHEN due.missed THEN ${now()}::timestamptz END
        FROM due WHERE d.consultation_id = due.consultation_id
        RETURNING d.consultation_id, d.due_on, due.missed)
      SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.subject,
             to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.missed AS "isMissed"
      FROM told t JOIN consultation c ON c.id = t.consultation_id ORDER BY c.id`
    for (const { dueOn, isMissed, ...consultation } of reminded) {
      const event = isMissed ? workEvents.ownDayMissed : workEvents.ownDaySoon
      await record(tx, null, event(consultation, { ...namedConsultation(consultation), dueOn }, 'supplier'))
    }
  })
}
