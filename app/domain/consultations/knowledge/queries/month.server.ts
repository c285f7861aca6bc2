import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { type DocumentKind, documentNumber } from '#app/domain/documents/kinds.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { consultationNumber } from '../../consultation.ts'
import { median } from '../../reports/engine/quantile.ts'
import { visibleConsultationsSql } from '../../scope.server.ts'
import { groupAlike } from '../alike.ts'
import { monthBeside, readMonth, spanOf } from '../month.ts'
import { knowledgePolicy } from '../policy.ts'

/** More of them in a month are not compared. */
const mostCompared = 2000

interface Asked {
  id: string
  number: number
  subject: string
  function: MemberFunction
  productId: string | null
  product: string | null
  accountId: string
  askedById: string
  /** From the question to the answer that was accepted. */
  milliseconds: number
  stems: string[]
}

/**
 * What deserves a note in a month, the present one unless another is wanted: groups of questions of a month that are alike, were answered to the customer's satisfaction, and of
 * which no message cites a document; and the documents and answers at which questions ended before they were sent.
 * Of the accounts that the actor may enter. Two statements.
 */
export async function listKnowledge(actor: Actor, wanted: string | null, db: Database = prisma) {
  authorize(knowledgePolicy.see(actor))
  const month = readMonth(wanted, now())
  const span = spanOf(month)
  const [asked, ended] = await Promise.all([listUncited(actor, span, db), listEnded(actor, span, db)])
  const groups = groupAlike(asked).map((questions) => ({
    subject: questions[0]?.subject ?? '',
    function: questions[0]?.function ?? 'engineering',
    product: questions[0]?.product ?? null,
    askers: new Set(questions.map((each) => each.askedById)).size,
    accounts: new Set(questions.map((each) => each.accountId)).size,
    milliseconds: median(questions.map((each) => each.milliseconds)) ?? 0,
    questions: questions.map(({ id, number, subject }) => ({
      id,
      number: consultationNumber(number),
      subject,
    })),
  }))
  const next = month < readMonth(null, now()) ? monthBeside(month, 1) : null
  return { month, next, groups, ended, compared: asked.length, isMore: asked.length === mostCompared }
}
export type Knowledge = Awaited<ReturnType<typeof listKnowledge>>
export type QuestionGroup = Knowledge['groups'][number]

type Span = ReturnType<typeof spanOf>

function listUncited(actor: Actor, { from, to }: Span, db: Database): Promise<Asked[]> {
  return db.$queryRaw<Asked[]>`
    SELECT c.id, c.number, c.subject, c.function::text AS function, c.product_id AS "productId",
           p.number || ' ' || p.name AS product, c.account_id AS "accountId", c.asked_by_id AS "askedById",
           (extract(epoch FROM m.created_at - c.created_at) * 1000)::float8 AS milliseconds,
           app_subject_stems(c.language, c.subject, p.number) AS stems
    FROM consultation c
    JOIN message m ON m.id = c.accepted_message_id
    LEFT JOIN product p ON p.id = c.product_id
    WHERE c.created_at >= ${from}::timestamptz AND c.created_at < ${to}::timestamptz
      AND c.status = 'accepted' AND c.document_id IS NULL AND ${visibleConsultationsSql(actor)}
      AND NOT EXISTS (SELECT 1 FROM message said JOIN citation ON citation.message_id = said.id
                      WHERE said.consultation_id = c.id AND said.lane = 'shared')
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${mostCompared}::int`
}

interface Ended {
  documentId: string | null
  consultationId: string | null
  number: string
  title: string
  count: number
  accounts: number
}

async function listEnded(actor: Actor, { from, to }: Span, db: Database): Promise<Ended[]> {
  const rows = await db.$queryRaw<(Ended & { kind: DocumentKind | null; plain: number })[]>`
    SELECT e.document_id AS "documentId", e.consultation_id AS "consultationId", d.kind::text AS kind,
           coalesce(d.number, c.number) AS plain, coalesce(v.title, d.title, c.subject) AS title,
           e.count, e.accounts
    FROM (SELECT document_id, consultation_id, count(*)::int AS count, count(DISTINCT account_id)::int AS accounts
          FROM ended_question
          WHERE organization_id = ${actor.organizationId}::uuid
            AND created_at >= ${from}::timestamptz AND created_at < ${to}::timestamptz
          GROUP BY document_id, consultation_id) AS e
    LEFT JOIN document d ON d.id = e.document_id
    LEFT JOIN document_version v ON v.id = d.released_version_id
    LEFT JOIN consultation c ON c.id = e.consultation_id AND ${visibleConsultationsSql(actor)}
    WHERE d.id IS NOT NULL OR c.id IS NOT NULL
    ORDER BY e.count DESC, 4 LIMIT 100`
  return rows.map(({ kind, plain, ...row }) => ({
    ...row,
    number: kind ? documentNumber(kind, plain) : consultationNumber(plain),
  }))
}
