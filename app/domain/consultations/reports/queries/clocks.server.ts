import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { type ClockKind, clockKinds } from '../../clocks/engine/cycles.ts'
import type { AskedReport } from '../asked.ts'
import { shareOf } from '../engine/wilson.ts'
import { type ClockFigures, noClocks } from '../report.ts'
import { counted, keyOf, weekOf, within } from './scope.server.ts'

interface Found {
  kind: ClockKind
  key: string | null
  week: string | null
  met: number
  missed: number
  overdue: number
  ended: number
  notDue: number
  merged: number
  median: number | null
  p90: number | null
}

export type ClocksByKey = Map<string, Record<ClockKind, ClockFigures>>

/**
 * The runs of clocks that began in the period, in one statement: of all of them, of each row, and of each week. A run that is
 * not due yet is neither kept nor missed; one that waits and is over its time is missed; one that ended because its
 * consultation was merged is neither, unless it was late by then (facts.md §2, decisions/109). The median and the P90 are of
 * those that ended with a response, in the minutes that counted.
 */
export async function countClocks(actor: Actor, asked: AskedReport, db: Database) {
  const urgency = asked.urgency ? Prisma.sql`k.urgency = ${asked.urgency}::urgency` : Prisma.sql`true`
  const began = Prisma.sql`k.started_at`
  const rows = await db.$queryRaw<Found[]>`
    WITH run AS (
      SELECT k.kind, ${keyOf(actor, asked.by, { urgency: Prisma.sql`k.urgency`, began })} AS key,
             ${weekOf(actor, began)} AS week, k.state, k.stopped_at IS NULL AS waits,
             k.state = 'breached' OR (k.state = 'running' AND k.due_at < ${now()}::timestamptz) AS is_missed,
             CASE WHEN k.state IN ('met', 'breached') AND (m.merged_at IS NULL OR k.stopped_at < m.merged_at)
                  THEN k.counted / 60000.0 END AS minutes
      FROM consultation_clock k JOIN consultation c ON c.id = k.consultation_id
      LEFT JOIN consultation_merge m ON m.consultation_id = k.consultation_id
      WHERE ${within(actor, asked, began)} AND ${urgency} AND ${counted(actor, asked)}
            AND ${actor.side === 'supplier' ? Prisma.sql`k.organization_id = ${actor.organizationId}::uuid` : Prisma.sql`true`})
    SELECT kind::text AS kind, key, week, count(*) FILTER (WHERE state = 'met')::int AS met,
           count(*) FILTER (WHERE is_missed)::int AS missed, count(*) FILTER (WHERE is_missed AND waits)::int AS overdue,
           count(minutes)::int AS ended, count(*) FILTER (WHERE waits AND NOT is_missed)::int AS "notDue",
           count(*) FILTER (WHERE state = 'merged')::int AS merged,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes)::float8 AS median,
           percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes)::float8 AS p90
    FROM run GROUP BY GROUPING SETS ((kind), (kind, key), (kind, week))`
  const total = byKey(rows.filter(({ key, week }) => key === null && week === null)).get('') ?? noClocks
  return {
    total,
    rows: byKey(rows.filter(({ key }) => key !== null)),
    weeks: byKey(rows.filter(({ week }) => week !== null).map((row) => ({ ...row, key: row.week }))),
  }
}

function byKey(rows: Found[]): ClocksByKey {
  return new Map(
    [...new Set(rows.map(({ key }) => key ?? ''))].map((key) => {
      const own = rows.filter((row) => (row.key ?? '') === key)
      const of = (kind: ClockKind) => figuresOf(own.find((row) => row.kind === kind))
      return [key, Object.fromEntries(clockKinds.map((kind) => [kind, of(kind)])) as typeof noClocks]
    }),
  )
}

function figuresOf(found: Found | undefined): ClockFigures {
  if (!found) return noClocks.solution
  const { met, missed, overdue, ended, notDue, merged, median, p90 } = found
  const n = met + missed
  return {
    ...{ n, kept: shareOf(met, n), missed, overdue, ended, notDue, merged },
    ...{ median: tenth(median), p90: tenth(p90) },
  }
}

/** Minutes, to a tenth: pages and files show the same. */
export const tenth = (minutes: number | null) => (minutes === null ? null : Math.round(minutes * 10) / 10)
