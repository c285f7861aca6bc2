import type { Actor } from '#app/domain/access/actor.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { documentNumber } from '../../kinds.ts'
import type { Parameter } from '../parameter.ts'
import { visibleParameters } from '../scope.server.ts'
import { type ParameterQuestion, readParameterQuestion } from './question.ts'

export interface FoundParameter {
  id: string
  line: Parameter
  /** All values of the line are as asked, not a part of its range alone. */
  isWhole: boolean
  documentId: string
  number: string
  version: number
  title: string
  language: string
  supplierName: string
}

export interface ParameterAnswer {
  /** Why the question cannot be answered: a message. */
  problem: string | null
  results: FoundParameter[]
  /** There are more; how many is not counted. */
  hasMore: boolean
}

interface Hit {
  id: string
  versionId: string
  documentId: string
  isWhole: boolean
}

/**
 * The lines of released versions whose values are as asked, best first; null when the text asks for no quantity. The
 * permission is inside the database's function; the lines are read through the scope, which rules a second time.
 * Two statements.
 */
export async function findByParameters(
  actor: Actor,
  text: string | null,
  limit: number,
  db: Database = prisma,
): Promise<ParameterAnswer | null> {
  const question = readParameterQuestion(text, asLanguage(actor.language))
  if (!question) return null
  if ('problem' in question) return { problem: question.problem, results: [], hasMore: false }
  const hits = await hitsOf(question, limit + 1, db)
  const rows = await linesOf(actor, hits.slice(0, limit), db)
  const found = new Map(rows.map((row) => [row.id, row]))
  const results = hits.slice(0, limit).flatMap((hit) => {
    const row = found.get(hit.id)
    return row ? [foundOf(row, hit)] : []
  })
  return { problem: null, results, hasMore: hits.length > limit }
}

function hitsOf(question: ParameterQuestion, most: number, db: Database): Promise<Hit[]> {
  return db.$queryRaw<Hit[]>`
    SELECT id, version_id AS "versionId", document_id AS "documentId", is_whole AS "isWhole"
    FROM app_find_parameters(${JSON.stringify(question)}::jsonb, ${most}::int)`
}

const row = {
  id: true,
  symbol: true,
  name: true,
  conditions: true,
  min: true,
  typ: true,
  max: true,
  unit: true,
  fit: true,
  isShared: true,
  version: {
    select: {
      version: true,
      title: true,
      language: true,
      document: {
        select: {
          id: true,
          kind: true,
          number: true,
          owner: { select: { organization: { select: { name: true } } } },
        },
      },
    },
  },
} satisfies Prisma.DocumentParameterSelect
type Row = Prisma.DocumentParameterGetPayload<{ select: typeof row }>

/** Versions and documents are named beside the lines: else the scope would gather all that the actor sees. */
async function linesOf(actor: Actor, hits: Hit[], db: Database): Promise<Row[]> {
  if (hits.length === 0) return []
  const document = { id: { in: hits.map(({ documentId }) => documentId) } }
  const version = { id: { in: hits.map(({ versionId }) => versionId) }, document }
  return await db.documentParameter.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: { in: hits.map(({ id }) => id) }, version }, visibleParameters(actor)] },
    select: row,
  })
}

function foundOf({ id, version: { document, ...version }, ...line }: Row, { isWhole }: Hit): FoundParameter {
  return {
    id,
    line,
    isWhole,
    documentId: document.id,
    number: documentNumber(document.kind, document.number),
    supplierName: document.owner.organization.name,
    ...version,
  }
}
