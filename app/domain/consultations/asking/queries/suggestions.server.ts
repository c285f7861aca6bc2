import { type Actor, type MemberFunction, memberFunctions } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { type DocumentKind, documentNumber } from '#app/domain/documents/kinds.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { consultationNumber } from '../../consultation.ts'
import { visibleConsultationsSql } from '../../scope.server.ts'
import { readTerms } from '../terms.ts'

export const mostSuggestions = 5

export interface Suggestion {
  kind: 'document' | 'answer'
  /** Of the document or the consultation. */
  id: string
  messageId: string | null
  number: string
  title: string
  language: string
  /** How many questions of the accounts that the actor sees ended there. */
  ended: number
}

interface Found {
  kind: Suggestion['kind']
  id: string
  messageId: string | null
  documentKind: DocumentKind | null
  number: number
  title: string
  language: string
  ended: number
}

/** What was typed so far, and what it is about. */
export interface TypedQuestion {
  accountId: string | null
  text: string
  function: string | null
  productId: string | null
}

/**
 * Documents in force and accepted answers that fit what is typed, and that the actor may see: one statement. The rules are
 * inside the database's function (migration 0102); what it finds is read under the actor's own rights.
 */
export async function suggestAnswers(
  actor: Actor,
  typed: TypedQuestion,
  db: Database = prisma,
): Promise<Suggestion[]> {
  const read = readTerms(typed.text)
  if (!read || !isId(typed.accountId)) return []
  const asked: MemberFunction | null = memberFunctions.find((each) => each === typed.function) ?? null
  const productId = isId(typed.productId) ? typed.productId : null
  const rows = await db.$queryRaw<Found[]>`
    SELECT s.kind, s.subject_id AS id, s.message_id AS "messageId", d.kind::text AS "documentKind",
           coalesce(d.number, c.number) AS number, coalesce(t.title, v.title, c.subject) AS title,
           coalesce(t.language, v.language, c.language) AS language, ended.count AS ended
    FROM app_suggest(${typed.accountId}::uuid, ${read.terms}::text[], ${read.isCyrillic}, ${asked}::member_function,
                     ${productId}::uuid, ${mostSuggestions}::int) AS s
    LEFT JOIN document d ON s.kind = 'document' AND d.id = s.subject_id
    LEFT JOIN document_version v ON v.id = d.released_version_id
    LEFT JOIN document_translation t ON t.id = s.translation_id
    LEFT JOIN consultation c ON s.kind = 'answer' AND c.id = s.subject_id AND ${visibleConsultationsSql(actor)}
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM ended_question e
      WHERE e.document_id = d.id OR e.consultation_id = c.id) AS ended
    WHERE v.id IS NOT NULL OR c.id IS NOT NULL
    ORDER BY s.rank DESC`
  return rows.map(({ documentKind, number, ...row }) => ({
    ...row,
    number: documentKind ? documentNumber(documentKind, number) : consultationNumber(number),
  }))
}
