import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { editDraft } from '../../commands/edit.server.ts'
import { documentLimits } from '../../document.ts'
import { documentEvents } from '../../events.ts'
import { documentPolicy } from '../../policy.ts'
import {
  type DocumentRecord,
  getDocument,
  namedVersion,
  type VersionRecord,
} from '../../queries/document.server.ts'
import { getDraft } from '../../queries/draft.server.ts'
import { keepSave } from '../../writing/commands/reconcile.server.ts'
import { anchorOf } from '../engine/kept.ts'
import { isBeside, keywordsOf, type Texts } from '../fields.ts'
import type { DecideInput } from '../forms.ts'
import { type FieldMark, withReplaced } from '../marks.ts'
import { isNote, readMarks } from '../queries/open.server.ts'

/**
 * Decides a mark of a note, or all with the same words: they are taken out, replaced, or kept for a reason.
 * @throws NotFound where the document is no note; Conflict where the text is no longer what was before the eyes
 */
export async function decideMark(actor: Actor, documentId: string, input: DecideInput): Promise<number> {
  return transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = document.versions.find((each) => each.status === 'draft')
    if (!version) throw new Conflict('common:error.transition')
    authorize(documentPolicy.edit(actor, document, version))
    if (!(await isNote(tx, document.id))) throw new NotFound()
    await tx.$queryRaw`SELECT 1 FROM document_version WHERE id = ${version.id}::uuid FOR UPDATE`
    const { organizationId } = document
    const read = await readMarks(tx, { documentId: document.id, organizationId, versionId: version.id })
    if (read.version.updatedAt.getTime() !== input.seenAt.getTime())
      throw new Conflict('common:error.changed')
    const named = chosenOf(read.marks, input)
    // What stands beside the text is changed where it is made: of those alike it is not rewritten.
    const chosen = input.outcome === 'keep' ? named : named.filter(({ field }) => !isBeside(field))
    if (input.outcome === 'keep')
      await keep(
        tx,
        actor,
        { document, version, chosen, texts: read.texts, seenAt: input.seenAt },
        input.words,
      )
    else {
      if (isBeside(input.field)) throw new Invalid('outcome', 'redaction:error.beside')
      const words = input.outcome === 'replace' ? input.words : ''
      await rewrite(actor, tx, document.id, withReplaced(read.texts, chosen, words))
    }
    return chosen.length
  })
}

/** The mark that was named, as long as it is open, and where wanted those alike. */
function chosenOf(marks: FieldMark[], { field, from, folded, all }: DecideInput): FieldMark[] {
  const open = marks.filter(({ kept }) => kept === null)
  const named = open.find((each) => each.field === field && each.from === from && each.folded === folded)
  if (!named) throw new Conflict('common:error.changed')
  return all ? open.filter((each) => each.folded === folded) : [named]
}

interface Kept {
  seenAt: Date
  document: DocumentRecord
  version: VersionRecord
  chosen: FieldMark[]
  texts: Texts
}

/** The text stays, and has a new moment all the same: of two who decide at once the second one looks again. */
async function keep(
  tx: Tx,
  actor: Actor,
  { document, version, chosen, texts, seenAt }: Kept,
  reason: string,
) {
  const { organizationId } = document
  const by = { decidedById: actor.membershipId, decidedAt: now() }
  await tx.redactionKept.createMany({
    data: chosen.map((mark) => ({
      ...{ documentId: document.id, organizationId, reason, text: mark.text, ...by },
      ...anchorOf(mark.field, texts[mark.field], mark),
    })),
  })
  const savedAt = now()
  const { title, body } = texts
  await tx.documentVersion.updateMany({
    where: { id: version.id, status: 'draft' },
    data: { updatedAt: savedAt },
  })
  const place = { id: version.id, organizationId }
  // Also what stood there until now: who writes on from it finds it again.
  await keepSave(tx, place, { title, body, savedById: version.authorId, savedAt: seenAt })
  await keepSave(tx, place, { title, body, savedById: actor.membershipId, savedAt })
  await record(tx, actor, documentEvents.edited(document, namedVersion(document, version), 'supplier'))
}

async function rewrite(actor: Actor, tx: Tx, documentId: string, texts: Texts): Promise<void> {
  const title = texts.title.trim()
  if (title === '' || texts.body.trim() === '') throw new Invalid('outcome', 'redaction:error.empty')
  for (const field of ['title', 'summary', 'changeNote', 'body'] as const) {
    const max = documentLimits[field]
    if (texts[field].length > max) throw new Invalid('words', 'common:error.tooLong', { max })
  }
  const draft = await getDraft(actor, documentId, tx)
  const { effectiveOn, expiresOn, seenAt } = draft
  const language = asLanguage(draft.language)
  const compared = await editDraft(actor, documentId, {
    ...{ title, summary: texts.summary, changeNote: texts.changeNote, body: texts.body },
    keywords: keywordsOf(texts.keywords),
    ...{ language, effectiveOn, expiresOn, seenAt },
    fileIds: draft.files.map(({ id }) => id),
  })
  if (compared) throw new Conflict('common:error.changed')
}
