import type { Actor } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { AskedReport } from '../asked.ts'
import { shareOf } from '../engine/wilson.ts'
import { type CourseFigures, noCourse } from '../report.ts'
import { tenth } from './clocks.server.ts'
import { counted, groupKey, keyOf, within } from './scope.server.ts'

interface Found
  extends Pick<
    CourseFigures,
    | ('n' | 'writtenDown' | 'merged' | 'reopenings' | 'toCustomer' | 'toSupplier' | 'reassignments')
    | ('atSupplier' | 'atCustomer' | 'withSupplier' | 'withCustomer' | 'ratings')
  > {
  key: string | null
  answered: number
  reopened: number
}

/**
 * The consultations that were asked or written down in the period, in one statement: all of them, and those of each row. What
 * goes on in another one is counted apart and left out of everything else.
 */
export async function countCourses(actor: Actor, asked: AskedReport, db: Database) {
  const urgency = asked.urgency ? Prisma.sql`c.urgency = ${asked.urgency}::urgency` : Prisma.sql`true`
  const began = Prisma.sql`c.created_at`
  const steps = [1, 2, 3, 4, 5].map((each) => Prisma.sql`count(*) FILTER (WHERE steps = ${each}::int)::int`)
  const rows = await db.$queryRaw<Found[]>`
    WITH asked AS (
      SELECT ${keyOf(actor, asked.by, { urgency: Prisma.sql`c.urgency`, began })} AS key, c.status = 'merged' AS is_merged,
             c.written_down_by_id IS NOT NULL AS is_written, o.*, r.steps
      FROM consultation c
      LEFT JOIN consultation_course o ON o.consultation_id = c.id AND c.status <> 'merged'
      LEFT JOIN LATERAL (
        SELECT g.steps FROM consultation_rating g WHERE g.consultation_id = c.id AND c.status <> 'merged'
        ORDER BY g.id DESC LIMIT 1) AS r ON true
      WHERE ${within(actor, asked, began)} AND ${urgency} AND ${counted(actor, asked)})
    SELECT ${groupKey} AS key, count(*) FILTER (WHERE NOT is_merged)::int AS n, count(*) FILTER (WHERE is_merged)::int AS merged,
           count(*) FILTER (WHERE NOT is_merged AND is_written)::int AS "writtenDown",
           coalesce(sum(reopenings), 0)::int AS reopenings, count(*) FILTER (WHERE reopenings > 0)::int AS reopened,
           count(*) FILTER (WHERE was_answered OR reopenings > 0)::int AS answered,
           coalesce(sum(to_customer), 0)::int AS "toCustomer", coalesce(sum(to_supplier), 0)::int AS "toSupplier",
           coalesce(sum(reassignments), 0)::int AS reassignments,
           (sum(at_supplier) / 60000.0)::float8 AS "atSupplier", (sum(at_customer) / 60000.0)::float8 AS "atCustomer",
           count(*) FILTER (WHERE turn = 'supplier')::int AS "withSupplier",
           count(*) FILTER (WHERE turn = 'customer')::int AS "withCustomer", ARRAY[${Prisma.join(steps)}] AS ratings
    FROM asked GROUP BY GROUPING SETS ((), (key))`
  const total = rows.find(({ key }) => key === null)
  return {
    total: total ? figuresOf(total) : noCourse,
    rows: new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, figuresOf(row)] as const]))),
  }
}

function figuresOf({ key: _, answered, reopened, atSupplier, atCustomer, ...row }: Found): CourseFigures {
  const rated = row.ratings.reduce((sum, count) => sum + count, 0)
  const points = row.ratings.reduce((sum, count, place) => sum + count * (place + 1), 0)
  return {
    ...row,
    ...{ atSupplier: tenth(atSupplier), atCustomer: tenth(atCustomer) },
    reopened: shareOf(reopened, answered),
    meanRating: rated === 0 ? null : Math.round((points / rated) * 100) / 100,
  }
}
