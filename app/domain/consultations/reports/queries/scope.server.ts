import type { Actor } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { startOfDay } from '../../clocks/engine/local-days.ts'
import { visibleConsultationsSql } from '../../scope.server.ts'
import type { AskedReport } from '../asked.ts'

type Narrowed = Omit<AskedReport, 'urgency'>

/** What a report counts of consultations that the statement calls `c`: in the actor's scope, and narrowed. */
export function counted(actor: Actor, { account, function: fn }: Narrowed): Prisma.Sql {
  const all = [visibleConsultationsSql(actor)]
  if (account) all.push(Prisma.sql`c.account_id = ${account}::uuid`)
  if (fn) all.push(Prisma.sql`c.function = ${fn}::member_function`)
  return Prisma.join(all, ' AND ')
}

/** That an instant lies in the period, whose days are the reader's. */
export function within(actor: Actor, { from, to }: Narrowed, column: Prisma.Sql): Prisma.Sql {
  const begin = new Date(startOfDay(from, actor.timeZone))
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const end = new Date(startOfDay(next, actor.timeZone))
  return Prisma.sql`${column} >= ${begin}::timestamptz AND ${column} < ${end}::timestamptz`
}

/** The Monday of the reader's week in which an instant lies (ISO 8601), as a date. */
export const weekOf = (actor: Actor, column: Prisma.Sql) =>
  Prisma.sql`date_trunc('week', ${column} AT TIME ZONE ${actor.timeZone})::date`

/**
 * What a row of the report is of, in the type of its column: it is made text once it is grouped, which is several times faster.
 * A customer's members are those who asked; the supplier's whoever has it now.
 */
export function keyOf(
  actor: Actor,
  by: AskedReport['by'],
  { urgency, began }: { urgency: Prisma.Sql; began: Prisma.Sql },
): Prisma.Sql {
  return {
    account: Prisma.sql`c.account_id`,
    function: Prisma.sql`c.function`,
    member: actor.side === 'customer' ? Prisma.sql`c.asked_by_id` : Prisma.sql`c.assignee_id`,
    urgency,
    week: weekOf(actor, began),
  }[by]
}

/** The key of a group as text, empty for nobody; null for all of them together. */
export const groupKey = Prisma.sql`CASE WHEN GROUPING(key) = 0 THEN coalesce(key::text, '') END`
