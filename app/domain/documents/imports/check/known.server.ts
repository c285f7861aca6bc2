import type { Actor } from '#app/domain/access/actor.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { type DocumentStatus, underWay } from '../../document.ts'
import type { DocumentKind } from '../../kinds.ts'
import { visibleDocuments } from '../../scope.server.ts'
import type { ReadRow } from '../engine/read-row.ts'
import type { RowPlan } from '../import.ts'

/** A document that a row may mean, as it stands when the table is checked and as the rows before it leave it. */
export interface KnownDocument {
  /** Null for one that an earlier row brings. */
  id: string | null
  versions: { id: string; version: number; status: DocumentStatus }[]
  /** The newest version, those of earlier rows included. */
  newest: number
  hasVersionUnderWay: boolean
}

export function keyOf(kind: DocumentKind | null, document: RowPlan['document']): string | null {
  if (!document) return null
  return 'number' in document ? `${kind} ${document.number}` : `former ${document.formerNumber}`
}

/** The documents that the rows of a table name, by `keyOf`. */
export async function findKnown(
  actor: Actor,
  rows: ReadRow[],
  db: Database,
): Promise<Map<string, KnownDocument>> {
  const numbers = rows.flatMap(({ document }) => (document && 'number' in document ? [document.number] : []))
  const former = rows.flatMap(({ document }) =>
    document && 'formerNumber' in document ? [document.formerNumber] : [],
  )
  if (numbers.length + former.length === 0) return new Map()
  const found = await db.document.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [visibleDocuments(actor), { OR: [{ number: { in: numbers } }, { formerNumber: { in: former } }] }],
    },
    select: {
      id: true,
      kind: true,
      number: true,
      formerNumber: true,
      versions: { orderBy: { version: 'desc' }, select: { id: true, version: true, status: true } },
    },
  })
  return new Map(
    found.flatMap(({ id, kind, number, formerNumber, versions }) => {
      const known: KnownDocument = {
        ...{ id, versions, newest: versions[0]?.version ?? 0 },
        hasVersionUnderWay: versions.some(({ status }) => underWay.includes(status)),
      }
      const keys = [keyOf(kind, { number }), formerNumber ? keyOf(kind, { formerNumber }) : null]
      return keys.flatMap((key) => (key ? [[key, known] as const] : []))
    }),
  )
}

/** What a version says, in one text: two that say the same have the same. */
export async function saidBy(versionId: string, db: Database): Promise<string> {
  const { files, parameters, effectiveOn, expiresOn, ...version } =
    await db.documentVersion.findUniqueOrThrow({
      relationLoadStrategy: 'join',
      where: { id: versionId },
      select: {
        title: true,
        language: true,
        summary: true,
        keywords: true,
        changeNote: true,
        body: true,
        effectiveOn: true,
        expiresOn: true,
        files: { orderBy: { position: 'asc' }, select: { file: { select: { name: true, sha256: true } } } },
        parameters: {
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
          select: {
            ...{ symbol: true, name: true, conditions: true, min: true, typ: true, max: true },
            ...{ unit: true, fit: true, isShared: true },
          },
        },
      },
    })
  return said({
    content: { ...version, effectiveOn: day(effectiveOn), expiresOn: day(expiresOn) },
    body: version.body,
    files: files.map(({ file }) => ({ name: file.name, sha256: file.sha256 ?? '' })),
    parameters,
  })
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10)

interface Said {
  content: RowPlan['content']
  body: string
  files: { name: string; sha256: string }[]
  parameters: RowPlan['parameters']
}

export function said({ content, body, files, parameters }: Said): string {
  const { title, language, summary, keywords, changeNote, effectiveOn = '', expiresOn = '' } = content
  const lines = (parameters ?? []).map(({ symbol, name, conditions, min, typ, max, unit, fit, isShared }) => [
    ...[symbol, name, conditions, min, typ, max, unit, fit, isShared],
  ])
  const named = files.map(({ name, sha256 }) => [name, sha256])
  return JSON.stringify([
    title,
    language,
    summary,
    keywords,
    changeNote,
    effectiveOn,
    expiresOn,
    body,
    named,
    lines,
  ])
}
