import type { Actor } from '#app/domain/access/actor.ts'
import { type ConsultationStatus, consultationNumber } from '#app/domain/consultations/consultation.ts'
import { visibleConsultationsSql } from '#app/domain/consultations/scope.server.ts'
import { paths } from '#app/paths.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import type { WaitingItem, WaitingReason } from './waiting.ts'

interface Row {
  id: string
  number: number
  subject: string
  status: ConsultationStatus
  isAssigned: boolean
  lastActivityAt: Date
  organization: string
}

/**
 * Consultations in which the next word is the actor's own, or nobody's yet, the longest waiting first. One statement:
 * each kind of them is walked in an index of its own (migration 0085), and names are joined to those that are shown.
 */
export async function waitingConsultations(actor: Actor, most: number): Promise<WaitingItem[]> {
  const kinds = actor.side === 'supplier' ? waitingOfSupplier(actor) : waitingOfCustomer(actor)
  const longest = kinds.map(
    (waits) => Prisma.sql`(
      SELECT c.id, c.account_id, c.number, c.subject, c.status, c.assignee_id, c.last_activity_at FROM consultation c
      WHERE ${waits} AND ${visibleConsultationsSql(actor)} ORDER BY c.last_activity_at, c.id LIMIT ${most})`,
  )
  const other = actor.side === 'supplier' ? Prisma.sql`a.customer_id` : Prisma.sql`a.supplier_id`
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT w.id, w.number, w.subject, w.status::text AS status, w.assignee_id IS NOT NULL AS "isAssigned",
           w.last_activity_at AS "lastActivityAt", o.name AS organization
    FROM (SELECT * FROM (${Prisma.join(longest, ' UNION ALL ')}) AS each
          ORDER BY last_activity_at, id LIMIT ${most}) AS w
    CROSS JOIN LATERAL (SELECT a.id, ${other} AS other_id FROM account a WHERE a.id = w.account_id LIMIT 1) AS a
    CROSS JOIN LATERAL (SELECT o.name FROM organization o WHERE o.id = a.other_id LIMIT 1) AS o
    ORDER BY w.last_activity_at, w.id`
  return rows.map((row) => ({
    id: row.id,
    reason: reasonFor(actor, row),
    number: consultationNumber(row.number),
    title: row.subject,
    href: paths.consultation(row.id),
    organization: row.organization,
    since: row.lastActivityAt,
  }))
}

function reasonFor({ side }: Actor, { status, isAssigned }: Row): WaitingReason {
  if (side === 'customer') return status === 'answered' ? 'answerToAccept' : 'questionBack'
  return isAssigned ? 'answerWanted' : 'nobodyHasIt'
}

/** States are written out, because the indexes are of these states alone. */
function waitingOfSupplier({ membershipId, organizationId, functions }: Actor): Prisma.Sql[] {
  const mine = Prisma.sql`c.assignee_id = ${membershipId}::uuid AND c.status IN ('assigned', 'waiting_for_supplier', 'reopened')`
  if (functions.length === 0) return [mine]
  const nobodys = Prisma.sql`c.organization_id = ${organizationId}::uuid AND c.assignee_id IS NULL
    AND c.status IN ('new', 'reopened') AND c.function = ANY (${functions}::member_function[])`
  return [mine, nobodys]
}

function waitingOfCustomer({ membershipId }: Actor): Prisma.Sql[] {
  return [
    Prisma.sql`c.asked_by_id = ${membershipId}::uuid AND c.status = 'answered'`,
    Prisma.sql`c.asked_by_id = ${membershipId}::uuid AND c.status = 'waiting_for_customer'`,
  ]
}
