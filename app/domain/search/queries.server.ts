import type { Actor } from '#app/domain/access/actor.ts'
import { kindPrefixes } from '#app/domain/documents/kinds.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { markFound, type Piece, plainExcerpt } from './marks.ts'
import type { Narrowing } from './narrow.server.ts'
import {
  type Question,
  readNumber,
  readQuestion,
  type SearchKind,
  searchKinds,
  searchTabs,
} from './question.ts'
import { type NumberedRecord, recordsByNumber, recordsOf, titleIn } from './records.server.ts'

export interface SearchResult {
  id: string
  kind: SearchKind | 'comparison' | 'product'
  subjectId: string
  messageId: string | null
  /** The file that was found, and the page with the words. */
  file: { id: string; name: string; page: number | null } | null
  number: string
  title: Piece[]
  /** In which language it was found, when that is a translation. */
  language: string | null
  excerpt: Piece[]
  /** The other organization, where the record hangs from an account. */
  accountName: string | null
  at: Date | null
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
  /** Documents and products whose numbers are like what was typed. */
  near: SearchResult[]
  groups: SearchGroup[]
}

/** How many of each kind stand side by side, and how many when one kind is looked at alone. */
export const searchLimits = { each: 8, alone: 50, suggested: 4 } as const

interface Hit {
  kind: SearchKind | 'near' | 'product'
  subjectId: string
  messageId: string | null
  rank: number
  at: Date | null
  excerpt: string
  words: string[]
  fileId: string | null
  fileName: string | null
  page: number | null
  /** Of the translation that was found; null where it was the original. */
  language: string | null
}

interface Asked {
  text: string | null
  kind: SearchKind | null
  limit: number
  filter?: Narrowing
}

/** The permission is inside the database's function; titles are read through the scopes, which rule a second time. */
export async function search(actor: Actor, asked: Asked, db: Database = prisma): Promise<SearchAnswer> {
  const { filter = {}, limit } = asked
  const question = readQuestion(asked.text)
  if (!question) return { numbered: [], near: [], groups: [] }
  const isPlain = !asked.kind && Object.keys(filter).length === 0
  // Of a kind of document there are documents and their files alone.
  const possible = asked.kind ? searchTabs.filter((kind) => kind === asked.kind) : searchKinds
  const kinds = possible.filter((kind) => !filter.documentKind || kind === 'document' || kind === 'file')
  const number = readNumber(question.part)
  const [hits, numbered] = await Promise.all([
    hitsOf(question, { kinds: isPlain ? [...kinds, 'number'] : kinds, filter, limit }, db),
    number && isPlain ? recordsByNumber(actor, number, db) : [],
  ])
  const records = await recordsOf(actor, hits, db)
  const groups = kinds.map((kind) => {
    const found = onceEach(hits.filter((hit) => hit.kind === kind))
    const results = found.flatMap((hit) => resultOf(hit, records) ?? []).slice(0, limit)
    return { kind, results, hasMore: found.length > limit }
  })
  const known = new Set(numbered.map(({ id }) => id))
  const near = hits
    .filter((hit) => (hit.kind === 'near' || hit.kind === 'product') && !known.has(hit.subjectId))
    .flatMap((hit) => nearResult(hit, records) ?? [])
  return {
    numbered: numbered.map(numberedResult),
    // Who typed the number of a record wants no other.
    near: numbered.length > 0 ? near.filter(({ kind }) => kind === 'product') : near,
    groups: groups.filter((group) => group.results.length > 0),
  }
}

interface Wanted {
  kinds: string[]
  filter: Narrowing
  limit: number
}

function hitsOf({ source, isCyrillic, part }: Question, { kinds, filter, limit }: Wanted, db: Database) {
  const narrowing = JSON.stringify({ ...filter, prefixes: kindPrefixes })
  return db.$queryRaw<Hit[]>`
    SELECT kind, subject_id AS "subjectId", message_id AS "messageId", rank, at, excerpt, words,
           file_id AS "fileId", file_name AS "fileName", page, language
    FROM app_search(${source}, ${isCyrillic}, ${part}, ${kinds}::text[], ${narrowing}::jsonb, ${limit + 1}::int)
    UNION ALL
    -- What is found by its words stands first.
    SELECT kind, id, NULL, 0, at, number, '{}', NULL, NULL, NULL, NULL
    FROM app_search_by_part(${part}, ${Object.keys(filter).length === 0 ? kinds : []}::text[], ${limit + 1}::int)`
}

/** A record that was found by its words and by its part is one result. */
function onceEach(hits: Hit[]): Hit[] {
  const known = new Set<string>()
  return hits.filter(({ messageId, fileId, subjectId }) => {
    const key = `${subjectId} ${messageId} ${fileId}`
    return !known.has(key) && known.add(key)
  })
}

function resultOf(hit: Hit, records: Map<string, NumberedRecord>): SearchResult | null {
  const record = records.get(hit.subjectId)
  if (!record || hit.kind === 'near' || hit.kind === 'product') return null
  const file = hit.fileId ? { id: hit.fileId, name: hit.fileName ?? '', page: hit.page } : null
  return {
    id: hit.messageId ?? (hit.fileId ? `${hit.subjectId}-${hit.fileId}` : hit.subjectId),
    kind: hit.kind,
    subjectId: hit.subjectId,
    messageId: hit.messageId,
    file,
    number: record.number,
    title: markFound(titleIn(record, hit.language), hit.words),
    language: hit.language,
    excerpt: markFound(plainExcerpt(hit.excerpt), hit.words),
    accountName: record.accountName,
    at: hit.at,
  }
}

function numberedResult({ id, kind, number, title, accountName, at }: NumberedRecord): SearchResult {
  const plain = [{ text: title, isFound: false }]
  return {
    ...{ id, kind, subjectId: id, messageId: null, file: null, number, language: null },
    ...{ title: plain, excerpt: [], accountName, at },
  }
}

/** A product that was found by the number of one of its variants says which. */
function nearResult(hit: Hit, records: Map<string, NumberedRecord>): SearchResult | null {
  const record = records.get(hit.subjectId)
  if (!record) return null
  const isOther = hit.kind === 'product' && hit.excerpt !== record.number
  return {
    ...numberedResult(record),
    excerpt: isOther ? [{ text: hit.excerpt, isFound: true }] : [],
  }
}
