import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type ConsultationStatus, consultationNumber } from '../../consultation.ts'
import { visibleConsultationsSql } from '../../scope.server.ts'

const mostSimilar = 5

interface Similar {
  id: string
  number: string
  subject: string
  language: string
  status: ConsultationStatus
  accountName: string
  /** Of the same account: it can be the same question. */
  isOfAccount: boolean
}

/**
 * Consultations that are like one, of those that the actor sees: by the words of the subject, product and function. One
 * statement; nothing where the actor does not see the one itself.
 */
export async function listSimilar(actor: Actor, id: string, db: Database = prisma): Promise<Similar[]> {
  const rows = await db.$queryRaw<(Omit<Similar, 'number'> & { number: number })[]>`
    SELECT c.id, c.number, c.subject, c.language, c.status::text AS status, o.name AS "accountName",
           c.account_id = (SELECT account_id FROM consultation WHERE id = ${id}::uuid) AS "isOfAccount"
    FROM app_similar(${requireId(id)}::uuid, ${mostSimilar}::int) AS s
    JOIN consultation c ON c.id = s.id AND c.status <> 'merged' AND ${visibleConsultationsSql(actor)}
    JOIN account a ON a.id = c.account_id
    JOIN organization o ON o.id = CASE WHEN ${actor.side === 'supplier'} THEN a.customer_id ELSE a.supplier_id END
    ORDER BY s.rank DESC, c.id DESC`
  return rows.map((row) => ({ ...row, number: consultationNumber(row.number) }))
}
export type { Similar }
