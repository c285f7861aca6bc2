import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { ClockKind } from '../../clocks/engine/cycles.ts'
import type { AskedReport } from '../asked.ts'
import { median, quantile } from '../engine/quantile.ts'
import { shareOf } from '../engine/wilson.ts'
import type { ClockFigures } from '../report.ts'
import { counted, groupKey, keyOf, weekOf, within } from './scope.server.ts'

interface Found {
  kind: ClockKind
  /** Of a row; null for the whole of a week. */
  key: string | null
  week: string | null
  met: number
  missed: number
  overdue: number
  notDue: number
  merged: number
  /** Of those that ended with a response, in milliseconds and in any order. Of a row alone. */
  counted: number[] | null
}

/**
 * The runs of clocks that began in the period, in one statement: of each row, and how many of each week. A run that is not due
 * yet is neither kept nor missed; one that waits and is over its time is missed; one that ended because its consultation was
 * merged is neither, unless it was late by then (facts.md §2, decisions/109). The times come as they are: to sort them in
 * the database for each grouping takes twice as long as everything else.
 */
export async function countClocks(actor: Actor, asked: AskedReport, db: Database) {
  const urgency = asked.urgency ? Prisma.sql`k.urgency = ${asked.urgency}::urgency` : Prisma.sql`true`
  const began = Prisma.sql`k.started_at`
  const own =
    actor.side === 'supplier'
      ? Prisma.sql`k.organization_id = ${actor.organizationId}::uuid`
      : Prisma.sql`true`
  const rows = await db.$queryRaw<Found[]>`
    WITH run AS (
      SELECT k.kind, ${keyOf(actor, asked.by, { urgency: Prisma.sql`k.urgency`, began })} AS key,
             ${weekOf(actor, began)} AS week, k.state, k.stopped_at IS NULL AS waits,
             k.state = 'breached' OR (k.state = 'running' AND k.due_at < ${now()}::timestamptz) AS is_missed,
             CASE WHEN k.state IN ('met', 'breached') AND (m.merged_at IS NULL OR k.stopped_at < m.merged_at)
                  THEN k.counted::float8 END AS counted
      FROM consultation_clock k JOIN consultation c ON c.id = k.consultation_id
      LEFT JOIN consultation_merge m ON m.consultation_id = k.consultation_id
      WHERE ${within(actor, asked, began)} AND ${urgency} AND ${counted(actor, asked)} AND ${own})
    SELECT kind::text AS kind, ${groupKey} AS key, CASE WHEN GROUPING(week) = 0 THEN week::text END AS week,
           count(*) FILTER (WHERE state = 'met')::int AS met, count(*) FILTER (WHERE is_missed)::int AS missed,
           count(*) FILTER (WHERE is_missed AND waits)::int AS overdue,
           count(*) FILTER (WHERE waits AND NOT is_missed)::int AS "notDue",
           count(*) FILTER (WHERE state = 'merged')::int AS merged,
           CASE WHEN GROUPING(key) = 0 THEN array_remove(array_agg(counted), NULL) END AS counted
    FROM run GROUP BY GROUPING SETS ((kind, key), (kind, week))`
  const ofRows = rows.filter(({ key }) => key !== null)
  return {
    total: byKind(ofRows),
    rows: byKey(ofRows, ({ key }) => key),
    weeks: byKey(
      rows.filter(({ key }) => key === null),
      ({ week }) => week,
    ),
  }
}

function byKey(rows: Found[], keyOfRow: (row: Found) => string | null) {
  const groups = new Map<string, Found[]>()
  for (const row of rows) {
    const key = keyOfRow(row) ?? ''
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return new Map([...groups].map(([key, group]) => [key, byKind(group)]))
}

function byKind(rows: Found[]): Record<ClockKind, ClockFigures> {
  const of = (wanted: ClockKind) => figuresOf(rows.filter(({ kind }) => kind === wanted))
  return {
    first_response: of('first_response'),
    next_response: of('next_response'),
    solution: of('solution'),
  }
}

function figuresOf(rows: Found[]): ClockFigures {
  const sum = (of: (row: Found) => number) => rows.reduce((all, row) => all + of(row), 0)
  const times = rows.flatMap(({ counted }) => counted ?? [])
  const [met, missed] = [sum((row) => row.met), sum((row) => row.missed)]
  const minutes = (milliseconds: number | null) => tenth(milliseconds === null ? null : milliseconds / 60_000)
  return {
    ...{ n: met + missed, kept: shareOf(met, met + missed), missed, ended: times.length },
    ...{
      overdue: sum((row) => row.overdue),
      notDue: sum((row) => row.notDue),
      merged: sum((row) => row.merged),
    },
    ...{ median: minutes(median(times)), p90: minutes(quantile(times, 0.9)) },
  }
}

/** Minutes, to a tenth: pages and files show the same. */
export const tenth = (minutes: number | null) => (minutes === null ? null : Math.round(minutes * 10) / 10)
