import type { Actor } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { type ConsultationFilters, isQueue } from '../filters.ts'
import { conditions } from './conditions.server.ts'
import { type ConsultationRow, findRows } from './rows.server.ts'

/**
 * One page of the consultations that the actor sees: the latest activity first, in a queue of work what nobody has before
 * what somebody has, and by their own day those that have one. Which ones they are is asked before what stands in their
 * rows: in one statement the database would put together every row before it sorts.
 */
export async function listConsultations(
  actor: Actor,
  filters: ConsultationFilters,
  db: Database = prisma,
): Promise<Page<ConsultationRow>> {
  const keys = await db.$queryRaw<Key[]>(statement(actor, filters))
  const page = pageOf(keys, pageSize, ({ at, id }) => ({ at, id }))
  const last = page.items.at(-1)
  return {
    next: page.next && `${last?.part ?? 0}.${page.next}`,
    items: await findRows(
      actor,
      page.items.map((each) => each.id),
      db,
    ),
  }
}

interface Key {
  id: string
  at: Date
  /** Of a queue: 0 for what nobody has, 1 for the others. */
  part: number
}

/** Which part of the list a cursor is in, and where. */
function placeOf(after: string | undefined) {
  const [, part, rest] = /^([01])\.(.+)$/.exec(after ?? '') ?? []
  const cursor = decodeCursor(rest)
  return cursor ? { part: Number(part), ...cursor } : null
}

function statement(actor: Actor, filters: ConsultationFilters): Prisma.Sql {
  const given = conditions(actor, filters)
  const place = placeOf(filters.after)
  if (filters.day) return byDay(actor, given, place)
  if (!isQueue(filters)) return part(0, given, place)
  // Written out as the index of these has it (migration 0085): nobody has what is in any other open state.
  const nobodys = Prisma.sql`c.assignee_id IS NULL AND c.status IN ('new', 'reopened')`
  const others = part(1, [...given, Prisma.sql`c.assignee_id IS NOT NULL`], place?.part === 1 ? place : null)
  if (place?.part === 1) return others
  return Prisma.sql`
    SELECT * FROM ((${part(0, [...given, nobodys], place)}) UNION ALL (${others})) AS keys
    ORDER BY part, at DESC, id DESC LIMIT ${pageSize + 1}`
}

function part(number: 0 | 1, given: Prisma.Sql[], place: { at: Date; id: string } | null): Prisma.Sql {
  const from = place
    ? [Prisma.sql`(c.last_activity_at, c.id) < (${place.at}::timestamptz, ${place.id}::uuid)`]
    : []
  return Prisma.sql`
    SELECT c.id, c.last_activity_at AS at, ${number}::int AS part FROM consultation c
    WHERE ${Prisma.join([...given, ...from], ' AND ')}
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${pageSize + 1}`
}

/** The earliest day first. */
function byDay(actor: Actor, given: Prisma.Sql[], place: { at: Date; id: string } | null): Prisma.Sql {
  const isMeant = actor.side === 'customer' ? Prisma.sql`d.is_shown` : Prisma.sql`true`
  const from = place
    ? Prisma.sql`(d.due_on, c.id) > ((${place.at}::timestamptz AT TIME ZONE 'UTC')::date, ${place.id}::uuid)`
    : Prisma.sql`true`
  return Prisma.sql`
    SELECT c.id, d.due_on::timestamptz AS at, 0 AS part
    FROM consultation_due d JOIN consultation c ON c.id = d.consultation_id
    WHERE ${Prisma.join([...given, isMeant, from], ' AND ')}
    ORDER BY d.due_on, c.id LIMIT ${pageSize + 1}`
}
