import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccountsSql } from '#app/domain/accounts/scope.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { ConsultationStatus } from '../../consultation.ts'
import { visibleConsultationsSql } from '../../scope.server.ts'
import { mostOffers } from '../forms.ts'

const mostSimilar = 40

export interface Alike {
  id: string
  number: number
  subject: string
  language: string
  status: ConsultationStatus
  accountId: string
  customerId: string
  customer: string
  isClosed: boolean
  askedById: string
  askedBy: string
  /** Why it is here: the note came of it, somebody related it, or its words are alike. */
  isSource: boolean
  isRelated: boolean
  isSameProduct: boolean
  /** How many of the customer said that they have the same. */
  sameHere: number
}

/**
 * The consultation of which a note came and those that ask alike: related, or similar by words, product and function. What
 * was merged is where it goes on. Of the accounts that the actor works on: one statement.
 */
export function listAlike(actor: Actor, sourceId: string, db: Database): Promise<Alike[]> {
  return db.$queryRaw<Alike[]>`
    WITH source AS (
      SELECT c.id, c.product_id FROM consultation c
      WHERE c.id = ${sourceId}::uuid
         OR c.id = (SELECT g.into_id FROM consultation_merge g WHERE g.consultation_id = ${sourceId}::uuid)
    ), found AS (
      SELECT id, true AS is_source, false AS is_related, 0 AS rank FROM source
      UNION ALL
      SELECT r.other_id, false, true, 0 FROM consultation_relation r JOIN source ON source.id = r.consultation_id
      UNION ALL
      SELECT s.id, false, false, s.rank FROM app_similar(${sourceId}::uuid, ${mostSimilar}::int) AS s
    ), alike AS (
      SELECT coalesce(g.into_id, found.id) AS id, bool_or(is_source) AS is_source, bool_or(is_related) AS is_related,
             max(rank) AS rank
      FROM found LEFT JOIN consultation_merge g ON g.consultation_id = found.id
      GROUP BY 1
    )
    SELECT c.id, c.number, c.subject, c.language, c.status::text AS status, c.account_id AS "accountId",
           o.id AS "customerId", o.name AS customer, a.closed_at IS NOT NULL AS "isClosed",
           m.id AS "askedById", m.name AS "askedBy", alike.is_source AS "isSource", alike.is_related AS "isRelated",
           c.product_id IS NOT NULL AND c.product_id IN (SELECT product_id FROM source) AS "isSameProduct",
           (SELECT count(DISTINCT r.membership_id)::int FROM message_reaction r
            JOIN membership who ON who.id = r.membership_id AND who.side = 'customer' AND who.id <> c.asked_by_id
            WHERE r.consultation_id = c.id AND r.kind = 'same_here' AND r.lane = 'shared') AS "sameHere"
    FROM alike
    JOIN consultation c ON c.id = alike.id AND c.status <> 'merged' AND ${visibleConsultationsSql(actor)}
    JOIN account a ON a.id = c.account_id AND ${visibleAccountsSql(actor)}
    JOIN organization o ON o.id = a.customer_id
    JOIN membership m ON m.id = c.asked_by_id
    ORDER BY alike.is_source DESC, alike.is_related DESC, alike.rank DESC, c.id DESC
    LIMIT ${mostOffers}::int`
}
