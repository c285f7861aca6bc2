import type { Database, Tx } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { findMarks } from '../engine/find.ts'
import { textsOf } from '../fields.ts'
import { marksOf } from '../marks.ts'
import { unscopedFinder } from '../names.server.ts'

interface Place {
  documentId: string
  organizationId: string
  versionId: string
}

/** Whether a document of the actor's house came of a consultation, whoever may see of which. */
export async function isNote(db: Database, documentId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ is: boolean }[]>`SELECT app_is_note(${documentId}::uuid) AS "is"`
  return row?.is ?? false
}

/** What was decided to be kept, the oldest first. */
export function listKept(db: Database, documentId: string, organizationId: string) {
  return db.redactionKept.findMany({
    where: { documentId, organizationId },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, field: true, folded: true, before: true, after: true },
      ...{ text: true, reason: true, decidedAt: true, decidedBy: { select: { name: true } } },
    },
  })
}

/** The texts of a version with their marks, as they stand at this moment. */
export async function readMarks(db: Database, { documentId, organizationId, versionId }: Place) {
  const version = await db.documentVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: {
      ...{ title: true, summary: true, keywords: true, changeNote: true, body: true, updatedAt: true },
      parameters: {
        orderBy: { position: 'asc' },
        select: { symbol: true, name: true, conditions: true, unit: true },
      },
      changeNotice: { select: { cause: true, impactNote: true, marking: true, changes: true } },
      files: { orderBy: { position: 'asc' }, select: { file: { select: { name: true } } } },
    },
  })
  const kept = await listKept(db, documentId, organizationId)
  const texts = textsOf(version)
  return { texts, kept, marks: marksOf(texts, await unscopedFinder(organizationId), kept), version }
}

/**
 * A text that came of a consultation goes on once each of its marks was decided; any other at any time.
 * @throws Conflict that says how many are open, and the first of them
 */
export async function requireMarksDecided(tx: Tx, place: Place): Promise<void> {
  if (!(await isNote(tx, place.documentId))) return
  const { marks } = await readMarks(tx, place)
  const open = marks.filter(({ kept }) => kept === null)
  refuse(open.map(({ text }) => text))
}

/**
 * The same of a translation: it holds what was kept in the text that it is of, and nothing else of a customer's.
 * @throws Conflict
 */
export async function requireTranslationDecided(tx: Tx, place: Place, says: string[]): Promise<void> {
  if (!(await isNote(tx, place.documentId))) return
  const { documentId, organizationId } = place
  const kept = new Set((await listKept(tx, documentId, organizationId)).map(({ folded }) => folded))
  const finder = await unscopedFinder(organizationId)
  const open = says.flatMap((text) => findMarks(text, finder)).filter(({ folded }) => !kept.has(folded))
  refuse(open.map(({ text }) => text))
}

function refuse(open: string[]): void {
  if (open.length === 0) return
  const words = [...new Set(open)].slice(0, 3).join(', ')
  throw new Conflict('redaction:error.open', { count: open.length, words })
}
