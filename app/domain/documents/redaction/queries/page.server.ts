import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { getDocument } from '../../queries/document.server.ts'
import { getDraft } from '../../queries/draft.server.ts'
import { textFields } from '../fields.ts'
import { isNote, readMarks } from './open.server.ts'

/**
 * The draft of a note with its open marks and what was kept, for whoever writes it.
 * @throws NotFound, Forbidden; Conflict when no version is a draft
 */
export async function getRedaction(actor: Actor, documentId: string, db: Database = prisma) {
  const { id, number, version, language } = await getDraft(actor, documentId, db)
  if (!(await isNote(db, id))) throw new NotFound()
  const { organizationId, versions } = await getDocument(actor, id, db)
  const draft = versions.find((each) => each.status === 'draft')
  if (!draft) throw new NotFound()
  const read = await readMarks(db, { documentId: id, organizationId, versionId: draft.id })
  const open = read.marks.filter(({ kept }) => kept === null)
  // In the language of the draft, whoever writes it.
  const t = translatorFor(language) as unknown as (key: string) => string
  const standing = new Set(read.marks.map(({ kept }) => kept))
  return {
    document: { id, number, version, language },
    seenAt: read.version.updatedAt,
    open: open.map((mark) => ({
      ...mark,
      neutral: t(`redaction:neutral.${mark.kind}`),
      alike: open.filter(({ folded }) => folded === mark.folded).length,
    })),
    kept: read.kept.filter((_, at) => standing.has(at)),
    fields: textFields
      .filter((field) => read.texts[field] !== '')
      .map((field) => ({
        field,
        pieces: pieces(
          read.texts[field],
          open.filter((mark) => mark.field === field),
        ),
      })),
  }
}
export type Redaction = Awaited<ReturnType<typeof getRedaction>>

/** A text in pieces, those that are marked apart from those between them. */
function pieces(text: string, marks: { from: number; to: number }[]) {
  const all: { text: string; from: number; isMarked: boolean }[] = []
  let at = 0
  for (const { from, to } of marks) {
    if (from > at) all.push({ text: text.slice(at, from), from: at, isMarked: false })
    all.push({ text: text.slice(from, to), from, isMarked: true })
    at = to
  }
  if (at < text.length) all.push({ text: text.slice(at), from: at, isMarked: false })
  return all
}
