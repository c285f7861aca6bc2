import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { record } from '../events/record.server.ts'
import { documentEvents } from './events.ts'
import { type DocumentKind, documentNumber } from './kinds.ts'

interface Due {
  id: string
  organizationId: string
  kind: DocumentKind
  number: number
  title: string
  version: number
  what: 'expiring' | 'expired' | 'effective'
  on: string
  days: number
}

/** So many days before the end of a version its owner is reminded. */
export const daysBefore = [30, 7] as const

/**
 * Tells owners that a version in force ends soon, has ended, or begins to hold today, by the calendar of their organization.
 * Each is told once: the event itself is the record of it, and is looked for first, under a lock that two processes share.
 */
export async function remindOfDates(): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('document dates'))`
    const [early, late] = daysBefore
    const due = await tx.$queryRaw<Due[]>`
      SELECT * FROM (
        SELECT d.id, d.organization_id AS "organizationId", d.kind::text AS kind, d.number, v.title, v.version, said.what,
               to_char(said.day, 'YYYY-MM-DD') AS "on", said.days
        FROM document d
        JOIN document_version v ON v.id = d.released_version_id AND v.status = 'released'
        JOIN organization o ON o.id = d.organization_id
        CROSS JOIN LATERAL (SELECT (${now()}::timestamptz AT TIME ZONE o.time_zone)::date AS today) AS here
        CROSS JOIN LATERAL (
          SELECT 'expired' AS what, v.expires_on AS day, 0 AS days WHERE v.expires_on < here.today
          UNION ALL
          SELECT 'expiring', v.expires_on, CASE WHEN v.expires_on - here.today <= ${late}::int THEN ${late}::int ELSE ${early}::int END
          WHERE v.expires_on >= here.today AND v.expires_on - here.today <= ${early}::int
          UNION ALL
          SELECT 'effective', v.effective_on, 0
          WHERE v.effective_on <= here.today AND v.effective_on > (v.released_at AT TIME ZONE o.time_zone)::date
        ) AS said) AS due
      WHERE NOT EXISTS (
        SELECT 1 FROM event e
        WHERE e.subject_id = due.id AND e.type = 'document.' || due.what
          AND (e.payload ->> 'version')::int = due.version AND (e.payload ->> 'days')::int = due.days)`
    for (const { id, organizationId, kind, number, title, version, what, on, days } of due) {
      const payload = { number: documentNumber(kind, number), title, version, on, days }
      await record(tx, null, documentEvents[what]({ id, organizationId }, payload, 'supplier'))
    }
  })
}
