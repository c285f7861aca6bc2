import type { Actor } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import type { ConsultationFilters } from '../filters.ts'
import { shownTag } from '../work/queries/tags.server.ts'
import { filtersOfQueue, queuesOf } from '../work/queues.ts'
import type { ShownTag } from '../work/work.ts'
import { conditions } from './conditions.server.ts'

/** Counted up to here; beyond it a list says "more than". */
export const countLimit = 500
/** The same for a queue beside its name. */
const queueLimit = 99

const counted = (actor: Actor, filters: ConsultationFilters, limit: number) => Prisma.sql`(
  SELECT count(*)::int FROM (
    SELECT 1 FROM consultation c WHERE ${Prisma.join(conditions(actor, filters), ' AND ')} LIMIT ${limit + 1}) AS found)`

export interface ListFacts {
  /** How many the list has, up to one more than `countLimit`. */
  count: number
  /** What waits in each queue of the side, in their order: `99+` where there are more. */
  queues: string[]
  tags: ShownTag[]
}

/**
 * What stands around the list, in one statement: how many it has, how many each queue, and the tags to filter by. Written
 * as SQL because Prisma counts a part of them in an order alone, and for that all of them are sorted first.
 */
export async function factsOfList(
  actor: Actor,
  filters: ConsultationFilters,
  db: Database = prisma,
): Promise<ListFacts> {
  const queues = queuesOf(actor.side).map((whose) => counted(actor, filtersOfQueue(whose), queueLimit))
  const [facts] = await db.$queryRaw<[{ count: number; queues: number[]; tags: ShownTag[] }]>`
    SELECT ${counted(actor, filters, countLimit)} AS count, ARRAY[${Prisma.join(queues)}] AS queues, (
      SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) ORDER BY lower(t.name)), '[]')
      FROM consultation_tag t
      WHERE t.organization_id = ${actor.organizationId}::uuid AND t.side = ${actor.side}::side AND t.retired_at IS NULL) AS tags`
  return {
    count: facts.count,
    queues: facts.queues.map((each) => (each > queueLimit ? `${queueLimit}+` : String(each))),
    tags: facts.tags.map(shownTag),
  }
}
