import type { Actor } from '#app/domain/access/actor.ts'
import { accountName } from '#app/domain/accounts/queries/accounts.server.ts'
import { visibleFamilies } from '#app/domain/accounts/scope.server.ts'
import { comparisonNumber } from '#app/domain/comparisons/comparison.ts'
import { visibleComparisons } from '#app/domain/comparisons/scope.server.ts'
import { consultationNumber } from '#app/domain/consultations/consultation.ts'
import { visibleConsultations } from '#app/domain/consultations/scope.server.ts'
import { documentNumber, kindOfPrefix } from '#app/domain/documents/kinds.ts'
import { visibleDocuments, visibleTranslations } from '#app/domain/documents/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { readNumber } from './question.ts'

/** What a result shows of its record. */
export interface NumberedRecord {
  id: string
  kind: 'document' | 'consultation' | 'comparison' | 'product'
  number: string
  title: string
  /** Of a document: its titles in other languages, where it was found in one. */
  translations?: { language: string; title: string }[]
  accountName: string | null
  /** Null for what has no day: a product. */
  at: Date | null
}

/** Hits that lead to a document: itself, a file of it, or a number like its own. */
const ofDocuments = new Set(['document', 'file', 'near'])

/** A supplier's numbers are its own; a customer with several suppliers can meet one number twice. */
const mostOfNumber = 10

const account = {
  select: { supplier: { select: { name: true } }, customer: { select: { name: true } } },
} as const

/** The records behind hits, by id: at most one statement per kind of record. */
export async function recordsOf(
  actor: Actor,
  hits: { kind: string; subjectId: string; language: string | null }[],
  db: Database,
): Promise<Map<string, NumberedRecord>> {
  const ids = (of: typeof hits, isDocument: boolean) =>
    filledUp([
      ...new Set(of.filter((hit) => ofDocuments.has(hit.kind) === isDocument).map((hit) => hit.subjectId)),
    ])
  const others = hits.filter((hit) => hit.kind !== 'product')
  const products = filledUp(hits.filter((hit) => hit.kind === 'product').map((hit) => hit.subjectId))
  const languages = filledUp([...new Set(hits.flatMap(({ language }) => language ?? []))])
  const [documents, consultations, catalogue] = await Promise.all([
    findDocuments(actor, { id: { in: ids(others, true) } }, db, languages),
    findConsultations(actor, { id: { in: ids(others, false) } }, db),
    findProducts(actor, products, db),
  ])
  return new Map([...documents, ...consultations, ...catalogue].map((record) => [record.id, record]))
}

/** The title in the language in which a document was found. */
export function titleIn({ title, translations = [] }: NumberedRecord, language: string | null): string {
  return translations.find((each) => each.language === language)?.title ?? title
}

/** To a power of two, with the first once more: each length is a statement of its own, and planning takes longer than reading. */
function filledUp(ids: string[]): string[] {
  const [first] = ids
  if (first === undefined) return []
  const length = 2 ** Math.ceil(Math.log2(ids.length))
  return [...ids, ...Array<string>(length - ids.length).fill(first)]
}

export function recordsByNumber(
  actor: Actor,
  { prefix, number }: NonNullable<ReturnType<typeof readNumber>>,
  db: Database,
): Promise<NumberedRecord[]> {
  if (prefix !== 'C' && prefix !== 'CC')
    return findDocuments(actor, { kind: kindOfPrefix(prefix), number }, db)
  if (prefix === 'C') return findConsultations(actor, { number }, db)
  return findComparisons(actor, { number }, db)
}

const isNobody = (where: { id?: unknown }) => {
  const wanted = where.id as { in?: string[] } | undefined
  return wanted?.in?.length === 0
}

/** The title is that of the version that the reader sees. */
async function findDocuments(
  actor: Actor,
  where: Prisma.DocumentWhereInput,
  db: Database,
  languages: string[] = [],
): Promise<NumberedRecord[]> {
  if (isNobody(where)) return []
  const rows = await db.document.findMany({
    where: { AND: [visibleDocuments(actor), where] },
    select: {
      id: true,
      kind: true,
      number: true,
      title: true,
      updatedAt: true,
      releasedVersion: {
        select: {
          title: true,
          translations: {
            where: { AND: [visibleTranslations(actor), { language: { in: languages } }] },
            select: { language: true, title: true },
          },
        },
      },
    },
    relationLoadStrategy: 'join',
    take: 100,
  })
  return rows.map(({ id, kind, number, title, updatedAt, releasedVersion }) => ({
    id,
    kind: 'document',
    number: documentNumber(kind, number),
    title: actor.side === 'customer' ? (releasedVersion?.title ?? title) : title,
    translations: releasedVersion?.translations,
    accountName: null,
    at: updatedAt,
  }))
}

async function findConsultations(
  actor: Actor,
  where: Prisma.ConsultationWhereInput,
  db: Database,
): Promise<NumberedRecord[]> {
  if (isNobody(where)) return []
  const rows = await db.consultation.findMany({
    where: { AND: [visibleConsultations(actor), where] },
    select: { id: true, number: true, subject: true, lastActivityAt: true, account },
    relationLoadStrategy: 'join',
    take: 200,
  })
  return rows.map((row) => ({
    id: row.id,
    kind: 'consultation',
    number: consultationNumber(row.number),
    title: row.subject,
    accountName: accountName(actor, row.account),
    at: row.lastActivityAt,
  }))
}

async function findComparisons(
  actor: Actor,
  where: Prisma.ComparisonWhereInput,
  db: Database,
): Promise<NumberedRecord[]> {
  const rows = await db.comparison.findMany({
    where: { AND: [visibleComparisons(actor), where] },
    select: { id: true, number: true, title: true, updatedAt: true, account },
    relationLoadStrategy: 'join',
    take: mostOfNumber,
  })
  return rows.map((row) => ({
    id: row.id,
    kind: 'comparison',
    number: comparisonNumber(row.number),
    title: row.title,
    accountName: accountName(actor, row.account),
    at: row.updatedAt,
  }))
}

async function findProducts(actor: Actor, ids: string[], db: Database): Promise<NumberedRecord[]> {
  if (ids.length === 0) return []
  const rows = await db.product.findMany({
    where: { id: { in: ids }, family: visibleFamilies(actor) },
    select: { id: true, number: true, name: true },
  })
  return rows.map(({ id, number, name }) => ({
    ...{ id, number, title: name, accountName: null, at: null },
    kind: 'product',
  }))
}
