import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { documentNumber, kindOfPrefix } from '../../kinds.ts'
import { differenceOfParameters } from '../../parameters/difference.ts'
import { type Parameter, valueNames } from '../../parameters/parameter.ts'
import { visibleParameters } from '../../parameters/scope.server.ts'
import { readReference } from '../../references.ts'
import { visibleDocuments, visibleVersions } from '../../scope.server.ts'
import type { ParameterSource, RecordedChange } from '../notice.ts'

const line = {
  ...{ symbol: true, name: true, conditions: true, min: true, typ: true, max: true, unit: true },
  ...{ fit: true, isShared: true },
} as const

export interface FoundParameter {
  source: ParameterSource
  from: Parameter | null
  to: Parameter | null
}

/**
 * The line of a parameter table that a reference such as `DS-0003#P_N` means, before and after: after is the version
 * that it names, else the newest; before is the version that was in force then. Null when there is no such line.
 */
export async function findTouched(actor: Actor, text: string, db: Database): Promise<FoundParameter | null> {
  const read = readReference(text.replace(/^\[\[|\]\]$/g, ''))
  const kind = read && kindOfPrefix(read.prefix)
  if (!kind || !read.symbol) return null
  const document = await db.document.findFirst({
    where: { AND: [visibleDocuments(actor), { kind, number: read.number }] },
    select: {
      ...{ id: true, number: true },
      versions: {
        where: { AND: [visibleVersions(actor), { status: { not: 'withdrawn' } }] },
        orderBy: { version: 'desc' },
        select: { version: true, status: true },
      },
    },
  })
  const to = document?.versions.find(({ version }) => read.version === null || version === read.version)
  if (!document || !to) return null
  const before = document.versions.find(
    ({ version, status }) => version < to.version && (status === 'released' || status === 'superseded'),
  )
  const source = {
    ...{ documentId: document.id, number: documentNumber(kind, document.number) },
    ...{ symbol: read.symbol, from: before?.version ?? null, to: to.version },
  }
  const found = (await listTouched(actor, [source], db)).get(keyOf(source))
  return found && (found.from || found.to) ? { source, ...found } : null
}

const keyOf = ({ documentId, symbol, from, to }: ParameterSource) => [documentId, symbol, from, to].join()

type Lines = Pick<FoundParameter, 'from' | 'to'>

/** The lines that sources mean, as far as the actor sees them. One statement. */
async function listTouched(
  actor: Actor,
  sources: ParameterSource[],
  db: Database,
): Promise<Map<string, Lines>> {
  if (sources.length === 0) return new Map()
  const rows = await db.documentParameter.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleParameters(actor),
        {
          OR: sources.map(({ documentId, symbol, from, to }) => ({
            ...{ documentId, symbol },
            version: { version: { in: from === null ? [to] : [from, to] } },
          })),
        },
      ],
    },
    select: { ...line, documentId: true, version: { select: { version: true } } },
  })
  const of = ({ documentId, symbol }: ParameterSource, version: number | null): Parameter | null => {
    const row = rows.find(
      (each) => each.documentId === documentId && each.symbol === symbol && each.version.version === version,
    )
    if (!row) return null
    const { documentId: _, version: __, ...parameter } = row
    return parameter
  }
  return new Map(
    sources.map((source) => [keyOf(source), { from: of(source, source.from), to: of(source, source.to) }]),
  )
}

/** What changed in a line: the values that are not the same quantity, and where none is, those that are there. */
export function touchedValues({ from, to }: Lines) {
  const [group] = differenceOfParameters(from ? [from] : [], to ? [to] : [])
  const changed = group?.lines[0]?.values.map(({ name }) => name) ?? []
  const names = changed.length > 0 ? changed : valueNames
  return names.filter((name) => (from?.[name] ?? to?.[name] ?? null) !== null)
}

/** The changes of a notice, each with what the parameter tables say of it where the actor sees them. */
export async function withTables(actor: Actor, changes: RecordedChange[], db: Database = prisma) {
  const sources = changes.flatMap(({ source }) => source ?? [])
  const found = await listTouched(actor, sources, db)
  return changes.map(({ source, ...recorded }) => {
    const lines = source && found.get(keyOf(source))
    // Notices that were written before rows said what they are about take it from the table.
    const change = { ...recorded, fit: recorded.fit ?? (lines?.to ?? lines?.from)?.fit ?? 'other' }
    if (!source || !lines || !(lines.from || lines.to)) return { ...change, table: null }
    const values = touchedValues(lines).map((name) => ({
      name,
      from: lines.from?.[name] ?? null,
      to: lines.to?.[name] ?? null,
    }))
    const units = { from: lines.from?.unit ?? '', to: lines.to?.unit ?? '' }
    const { documentId, number, symbol, to } = source
    // The older version is no business of a reader who sees nothing of its line.
    const from = lines.from ? source.from : null
    return { ...change, table: { documentId, number, symbol, from, to, values, units } }
  })
}
export type ShownChange = Awaited<ReturnType<typeof withTables>>[number]
