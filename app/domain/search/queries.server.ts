import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { markFound, type Piece, plainExcerpt } from './marks.ts'
import { type Question, readNumber, readQuestion, type SearchKind, searchKinds } from './question.ts'
import { type NumberedRecord, recordsByNumber, recordsOf } from './records.server.ts'

export interface SearchResult {
  id: string
  kind: SearchKind | 'comparison'
  subjectId: string
  messageId: string | null
  number: string
  title: Piece[]
  excerpt: Piece[]
  /** The other organization, where the record hangs from an account. */
  accountName: string | null
  at: Date
}

export interface SearchGroup {
  kind: SearchKind
  results: SearchResult[]
  /** There are more than those; how many is not counted. */
  hasMore: boolean
}

export interface SearchAnswer {
  /** The record of the number that was typed. */
  numbered: SearchResult[]
  groups: SearchGroup[]
}

/** How many of each kind stand side by side, and how many when one kind is looked at alone. */
export const searchLimits = { each: 8, alone: 50, suggested: 4 } as const

interface Hit {
  kind: SearchKind
  subjectId: string
  messageId: string | null
  rank: number
  at: Date
  excerpt: string
  words: string[]
}

/** The permission is inside the database's function; titles are read through the scopes, which rule a second time. */
export async function search(
  actor: Actor,
  asked: { text: string | null; kind: SearchKind | null; limit: number },
  db: Database = prisma,
): Promise<SearchAnswer> {
  const question = readQuestion(asked.text)
  if (!question) return { numbered: [], groups: [] }
  const kinds = asked.kind ? [asked.kind] : [...searchKinds]
  const number = readNumber(question.part)
  const [hits, numbered] = await Promise.all([
    hitsOf(question, kinds, asked.limit, db),
    number && !asked.kind ? recordsByNumber(actor, number, db) : [],
  ])
  const records = await recordsOf(actor, hits, db)
  const groups = kinds.map((kind) => {
    const found = hits.filter((hit) => hit.kind === kind)
    const results = found.flatMap((hit) => resultOf(hit, records) ?? []).slice(0, asked.limit)
    return { kind, results, hasMore: found.length > asked.limit }
  })
  return {
    numbered: numbered.map(numberedResult),
    groups: groups.filter((group) => group.results.length > 0),
  }
}

function hitsOf({ source, isCyrillic, part }: Question, kinds: SearchKind[], limit: number, db: Database) {
  return db.$queryRaw<Hit[]>`
    SELECT kind, subject_id AS "subjectId", message_id AS "messageId", rank, at, excerpt, words
    FROM app_search(${source}, ${isCyrillic}, ${part}, ${kinds}::text[], ${limit + 1}::int)`
}

function resultOf(hit: Hit, records: Map<string, NumberedRecord>): SearchResult | null {
  const record = records.get(hit.subjectId)
  if (!record) return null
  return {
    id: hit.messageId ?? hit.subjectId,
    kind: hit.kind,
    subjectId: hit.subjectId,
    messageId: hit.messageId,
    number: record.number,
    title: markFound(record.title, hit.words),
    excerpt: markFound(plainExcerpt(hit.excerpt), hit.words),
    accountName: record.accountName,
    at: hit.at,
  }
}

function numberedResult({ id, kind, number, title, accountName, at }: NumberedRecord): SearchResult {
  const plain = [{ text: title, isFound: false }]
  return { id, kind, subjectId: id, messageId: null, number, title: plain, excerpt: [], accountName, at }
}
