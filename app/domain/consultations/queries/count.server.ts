import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { openStatuses } from '../consultation.ts'
import { type ConsultationFilters, numberIn } from '../filters.ts'
import { visibleConsultationsSql } from '../scope.server.ts'

/** Counted up to here; beyond it a list says "more than". */
export const countLimit = 1000

/**
 * How many there are, up to one more than `countLimit`. Written as SQL because Prisma counts a part of them in an order
 * alone, and for that all of them are sorted first.
 */
export async function countConsultations(
  actor: Actor,
  filters: ConsultationFilters,
  db: Database = prisma,
): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT 1 FROM consultation c WHERE ${Prisma.join(conditions(actor, filters), ' AND ')} LIMIT ${countLimit + 1}) AS counted`
  return counted?.count ?? 0
}

function conditions(actor: Actor, { status, whose, account, q }: ConsultationFilters): Prisma.Sql[] {
  const me = actor.membershipId
  const all = [visibleConsultationsSql(actor)]
  const statuses = status === 'open' ? [...openStatuses] : status ? [status] : null
  if (statuses) all.push(Prisma.sql`c.status = ANY (${statuses}::consultation_status[])`)
  if (whose === 'function') all.push(Prisma.sql`c.function = ANY (${actor.functions}::member_function[])`)
  if (whose === 'mine') {
    all.push(
      actor.side === 'supplier'
        ? Prisma.sql`c.assignee_id = ${me}::uuid`
        : Prisma.sql`c.asked_by_id = ${me}::uuid`,
    )
  }
  if (account) all.push(isId(account) ? Prisma.sql`c.account_id = ${account}::uuid` : Prisma.sql`false`)
  if (q) all.push(bySubject(q))
  return all
}

function bySubject(q: string): Prisma.Sql {
  const number = numberIn(q)
  const subject = Prisma.sql`c.subject ILIKE ${`%${q}%`}`
  return number === null ? subject : Prisma.sql`(c.number = ${number}::int OR ${subject})`
}
