import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'

export interface AccountFigures {
  openConsultations: number
  releasedDocuments: number
  comparisons: number
}

/**
 * What is going on in an account, in one statement under row-level security. The customer's side counts the documents
 * whose audience names one of the reader's functions, as its list of documents does.
 */
export async function accountFigures(
  actor: Actor,
  accountId: string,
  db: Database = prisma,
): Promise<AccountFigures> {
  const isSupplier = actor.side === 'supplier'
  const rows = await db.$queryRaw<AccountFigures[]>`
    SELECT
      (SELECT count(*)::int FROM consultation
       WHERE account_id = ${accountId}::uuid AND status NOT IN ('accepted', 'merged')) AS "openConsultations",
      (SELECT count(DISTINCT d.id)::int FROM document d JOIN document_audience a ON a.document_id = d.id
       WHERE d.released_version_id IS NOT NULL
         AND d.organization_id = (SELECT supplier_id FROM account WHERE id = ${accountId}::uuid)
         AND (a.account_id = ${accountId}::uuid OR a.account_id IS NULL)
         AND (a.family_id IS NULL OR EXISTS (
           SELECT 1 FROM variant v JOIN product p ON p.id = v.product_id
           WHERE v.account_id = ${accountId}::uuid AND p.family_id = a.family_id))
         AND (${isSupplier} OR cardinality(a.functions) = 0
              OR a.functions && ${actor.functions}::member_function[])) AS "releasedDocuments",
      (SELECT count(*)::int FROM comparison WHERE account_id = ${accountId}::uuid) AS comparisons`
  return rows[0] ?? { openConsultations: 0, releasedDocuments: 0, comparisons: 0 }
}

export interface AccountHappening {
  id: string
  type: string
  actorName: string
  payload: Record<string, unknown>
  occurredAt: Date
}

/** The latest changes of the account itself: team, sites, coverage, opening and closing; row-level security keeps sides apart. */
export async function listAccountHappenings(
  accountId: string,
  db: Database = prisma,
): Promise<AccountHappening[]> {
  const events = await db.event.findMany({
    where: { accountId, subjectType: 'account' },
    select: { id: true, type: true, actorName: true, payload: true, occurredAt: true },
    orderBy: { id: 'desc' },
    take: 12,
  })
  return events.map(({ payload, ...event }) => ({ ...event, payload: payload as Record<string, unknown> }))
}
