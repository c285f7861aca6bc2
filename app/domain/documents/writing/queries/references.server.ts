import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { documentNumber, kindOfPrefix, readNumberStart } from '../../kinds.ts'
import { visibleParameters } from '../../parameters/scope.server.ts'
import { documentPolicy } from '../../policy.ts'
import { listDocuments } from '../../queries/list.server.ts'
import { type Reference, readReference, writeReference } from '../../references.ts'
import { visibleDocuments } from '../../scope.server.ts'

export interface SuggestedReference {
  /** As it is written into the text: `[[TN-0001#P_N]]`. */
  insert: string
  /** The number, or the number with a symbol. */
  name: string
  title: string
}

const most = { documents: 6, parameters: 6, ofDocument: 12 } as const

/**
 * The documents and parameters that a writer may mean by what was typed after a `#`: a number, a part of a title, a
 * symbol or name; `TN-0001#P` asks for the parameters of one document.
 */
export async function suggestReferences(
  actor: Actor,
  typed: string,
  db: Database = prisma,
): Promise<SuggestedReference[]> {
  authorize(documentPolicy.create(actor))
  const query = typed.trim().slice(0, 100)
  const [, document, symbol] = /^([^#]+)#(.*)$/.exec(query) ?? []
  const named = document ? readReference(document) : null
  if (named) return parametersOf(actor, named, symbol ?? '', db)
  const [numbered, titled, parameters] = await Promise.all([
    byNumber(actor, query, db),
    listDocuments(actor, { q: query || undefined }, db),
    query.length > 1 ? findParameters(actor, { AND: [like(query), inForce] }, most.parameters, db) : [],
  ])
  const titles = new Map([...numbered, ...titled.items].map(({ number, title }) => [number, title]))
  const found = [...titles]
    .slice(0, most.documents)
    .map(([number, title]) => ({ insert: `[[${number}]]`, name: number, title }))
  return [...found, ...parameters.map((row) => suggested(row, null))]
}

async function byNumber(actor: Actor, typed: string, db: Database) {
  const start = readNumberStart(typed)
  if (!start) return []
  const { kind, from, below } = start
  const rows = await db.document.findMany({
    where: { AND: [visibleDocuments(actor), { kind, number: { gte: from, lt: below } }] },
    orderBy: { number: 'asc' },
    select: { kind: true, number: true, title: true },
    take: most.documents,
  })
  return rows.map(({ number, title }) => ({ number: documentNumber(kind, number), title }))
}

const like = (part: string): Prisma.DocumentParameterWhereInput => ({
  OR: [
    { symbol: { startsWith: part, mode: 'insensitive' } },
    { name: { contains: part, mode: 'insensitive' } },
  ],
})
const inForce: Prisma.DocumentParameterWhereInput = { version: { releasedOf: { isNot: null } } }

/** Of the version that is named; else of the one in force, else of the newest. */
async function parametersOf(actor: Actor, reference: Reference, symbol: string, db: Database) {
  const { prefix, number, version } = reference
  const kind = kindOfPrefix(prefix)
  if (!kind) return []
  const found = await db.documentVersion.findFirst({
    where: {
      organizationId: actor.organizationId,
      document: { kind, number },
      ...(version === null ? {} : { version }),
    },
    orderBy: [{ releasedOf: { id: 'asc' } }, { version: 'desc' }],
    select: { id: true },
  })
  if (!found) return []
  const where = { versionId: found.id, ...(symbol ? like(symbol) : {}) }
  const rows = await findParameters(actor, where, most.ofDocument, db)
  return rows.map((row) => suggested(row, version))
}

const row = {
  symbol: true,
  name: true,
  version: { select: { document: { select: { kind: true, number: true } } } },
} satisfies Prisma.DocumentParameterSelect
type Row = Prisma.DocumentParameterGetPayload<{ select: typeof row }>

function findParameters(actor: Actor, where: Prisma.DocumentParameterWhereInput, take: number, db: Database) {
  return db.documentParameter.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleParameters(actor), where] },
    orderBy: [{ versionId: 'desc' }, { position: 'asc' }, { id: 'asc' }],
    select: row,
    take,
  })
}

function suggested({ symbol, name, version: { document } }: Row, version: number | null): SuggestedReference {
  const number = documentNumber(document.kind, document.number)
  const reference = readReference(`${number}${version === null ? '' : `@${version}`}#${symbol}`)
  return {
    insert: reference ? writeReference(reference) : `[[${number}]]`,
    name: `${number} · ${symbol}`,
    title: name,
  }
}
