import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { consultationNumber } from '../../consultation.ts'
import type { ClockKind } from '../engine/cycles.ts'
import { clockEvents } from '../events.ts'
import { followOne } from './react.server.ts'
import { catchUpCourses } from './recompute.server.ts'

/** A breach that is older than this when it is found is history: nobody is called for it. */
const newsFor = '1 day'

/**
 * What the passing of time alone does to clocks, each minute: those that became due or whose pause ended are worked out
 * anew, and the people who serve them are told, once, whichever process looks.
 */
export async function watchClocks(): Promise<void> {
  const passed = await unscopedPrisma().$queryRaw<{ id: string; organizationId: string }[]>`
    SELECT DISTINCT consultation_id AS id, organization_id AS "organizationId" FROM consultation_clock
    WHERE (state = 'running' AND due_at < ${now()}::timestamptz)
       OR (state = 'paused' AND resumes_at <= ${now()}::timestamptz)`
  for (const { id, organizationId } of passed) await followOne(organizationId, id)
  await catchUpCourses()
  await unscopedPrisma().$transaction(alert, { timeout: 60_000 })
}

interface Alerted {
  id: string
  accountId: string
  organizationId: string
  number: number
  subject: string
  clock: ClockKind
  cycle: number
  what: 'soon' | 'breached'
  due: string
  zone: string
}

/** The row of an alert is its own lock: of two processes that want to write it one does. */
async function alert(tx: Tx): Promise<void> {
  const alerted = await tx.$queryRaw<Alerted[]>`
    WITH told AS (
      INSERT INTO clock_alert (consultation_id, kind, cycle, what, account_id, sent_at)
      SELECT k.consultation_id, k.kind, k.cycle,
             (CASE k.state WHEN 'breached' THEN 'breached' ELSE 'soon' END)::clock_alert_kind, k.account_id, ${now()}::timestamptz
      FROM consultation_clock k JOIN account a ON a.id = k.account_id AND a.closed_at IS NULL
      WHERE k.stopped_at IS NULL
        AND ((k.state = 'running' AND k.warn_at <= ${now()}::timestamptz AND k.due_at > ${now()}::timestamptz)
             OR (k.state = 'breached' AND k.breached_at > ${now()}::timestamptz - ${newsFor}::interval))
      ORDER BY k.consultation_id
      ON CONFLICT DO NOTHING
      RETURNING consultation_id, kind, cycle, what)
    SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.subject,
           k.kind::text AS clock, k.cycle, t.what::text AS what, s.time_zone AS zone,
           to_char(coalesce(k.due_at, k.breached_at) AT TIME ZONE s.time_zone, 'YYYY-MM-DD HH24:MI') AS due
    FROM told t
    JOIN consultation c ON c.id = t.consultation_id
    JOIN consultation_clock k ON k.consultation_id = t.consultation_id AND k.kind = t.kind AND k.cycle = t.cycle
    JOIN service_calendar s ON s.id = k.calendar_id`
  for (const { id, accountId, organizationId, number, subject, clock, cycle, what, due, zone } of alerted) {
    const payload = { number: consultationNumber(number), subject, clock, cycle, due, zone }
    const event = what === 'soon' ? clockEvents.dueSoon : clockEvents.overdue
    await record(tx, null, event({ id, accountId, organizationId }, payload, 'supplier'))
  }
}
