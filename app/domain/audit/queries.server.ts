import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleColleagues } from '#app/domain/accounts/scope.server.ts'
import type { ToldEvent } from '#app/domain/notifications/subject.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { type AuditFilters, endOfDay, eventTypes, startOfDay } from './filters.ts'
import { auditPolicy } from './policy.ts'
import { visibleEventIds } from './scope.server.ts'

export interface AuditEntry extends ToldEvent {
  id: string
  occurredAt: Date
  actorId: string | null
  actorOrganization: string | null
  /** Where from: of the own people alone. How the other side's people reach the portal is their side's business. */
  ipAddress: string
  userAgent: string
  requestId: string
  isOwn: boolean
}

export const countLimit = 1000

/** What happened in the actor's organization and accounts, newest first. */
export async function listEvents(
  actor: Actor,
  filters: AuditFilters,
  size = pageSize,
  db: Database = prisma,
): Promise<Page<AuditEntry>> {
  authorize(auditPolicy.view(actor))
  const rows = await db.$queryRaw<(Omit<AuditEntry, 'isOwn'> & { actorOrganizationId: string | null })[]>`
    SELECT e.id, e.type, e.actor_id AS "actorId", e.actor_name AS "actorName", e.subject_type AS "subjectType",
           e.subject_id AS "subjectId", e.account_id AS "accountId", e.payload, e.occurred_at AS "occurredAt",
           e.actor_organization_id AS "actorOrganizationId", o.name AS "actorOrganization",
           e.ip_address AS "ipAddress", e.user_agent AS "userAgent", e.request_id AS "requestId"
    FROM (SELECT id FROM (${visibleEventIds(actor, wanted(actor, filters), size + 1)}) AS found
          ORDER BY id DESC LIMIT ${size + 1}) AS page
    JOIN event e ON e.id = page.id LEFT JOIN organization o ON o.id = e.actor_organization_id
    ORDER BY e.id DESC`
  const entries = rows.map(({ actorOrganizationId, ...entry }) =>
    actorOrganizationId === actor.organizationId
      ? { ...entry, isOwn: true }
      : { ...entry, isOwn: false, ipAddress: '', userAgent: '', requestId: '' },
  )
  return pageOf(entries, size, ({ occurredAt, id }) => ({ at: occurredAt, id }))
}

/** Counts up to one more than `countLimit`. */
export async function countEvents(
  actor: Actor,
  filters: AuditFilters,
  db: Database = prisma,
): Promise<number> {
  authorize(auditPolicy.view(actor))
  const also = wanted(actor, { ...filters, after: undefined })
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT id FROM (${visibleEventIds(actor, also, countLimit + 1)}) AS found LIMIT ${countLimit + 1}) AS counted`
  return rows[0]?.count ?? 0
}

/** Those of the own side, for the filter by person. */
export async function listPeople(
  actor: Actor,
  db: Database = prisma,
): Promise<{ id: string; name: string }[]> {
  return db.membership.findMany({
    where: visibleColleagues(actor),
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
}

function wanted(actor: Actor, { person, type, subject, from, to, after }: AuditFilters): Prisma.Sql {
  const cursor = decodeCursor(after)
  const conditions = [
    cursor && Prisma.sql`id < ${cursor.id}::uuid`,
    person && Prisma.sql`actor_id = ${person}::uuid`,
    subject && Prisma.sql`subject_id = ${subject}::uuid`,
    type && Prisma.sql`type = ANY (${typesOf(type)}::text[])`,
    from && Prisma.sql`occurred_at >= ${startOfDay(from, actor.timeZone)}`,
    to && Prisma.sql`occurred_at < ${endOfDay(to, actor.timeZone)}`,
  ].filter((condition): condition is Prisma.Sql => Boolean(condition))
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}

/** One type, or all of a kind of record. */
const typesOf = (type: string): string[] =>
  type.includes('.') ? [type] : eventTypes.filter((each) => each.startsWith(`${type}.`))
