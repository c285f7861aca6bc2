import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { addPictures } from '../../commands/write-files.server.ts'
import { documentEvents } from '../../events.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import { AutosaveForm, type AutosaveInput } from '../forms.ts'
import { findOtherWriter } from '../queries/authors.server.ts'
import { type Compared, keepSave, reconcile } from './reconcile.server.ts'

export interface Saved {
  savedAt: Date
  /** Given when it differs from what was sent: somebody else's sections came in. */
  body?: string
  /** Who else saved within the last minutes. */
  other: { name: string; savedAt: Date } | null
}

/** The saves of one person within this time are one event. */
const sameSitting = 15 * 60_000

/** Saves the text of a draft while it is being written. What both changed is not written and comes back as parts. */
export async function autosaveDraft(
  actor: Actor,
  documentId: string,
  input: AutosaveInput,
): Promise<Saved | Compared> {
  return transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = document.versions.find((each) => each.status === 'draft')
    if (!version) throw new Conflict('common:error.transition')
    authorize(documentPolicy.edit(actor, document, version))
    const place = { id: version.id, organizationId: document.organizationId }
    // Asked first: reconciling keeps the text of this moment as the author's.
    const isSitting = await hasSavedLately(tx, actor, version.id)
    const text = await reconcile(tx, place, input)
    if ('parts' in text) return text
    const { title, body } = text
    const savedAt = now()
    const { count } = await tx.documentVersion.updateMany({
      where: { id: version.id, status: 'draft', updatedAt: text.updatedAt },
      data: { title, body, updatedAt: savedAt },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    await addPictures(tx, actor, { id: version.id, documentId }, body)
    if (document.releasedVersionId === null && title !== version.title) {
      await tx.document.update({ where: { id: documentId }, data: { title }, select: { id: true } })
    }
    await keepSave(tx, place, { title, body, savedById: actor.membershipId, savedAt })
    if (!isSitting) {
      const named = namedVersion(document, { ...version, title })
      await record(tx, actor, documentEvents.edited(document, named, 'supplier'))
    }
    const other = await findOtherWriter(actor, version.id, tx)
    return body === input.body ? { savedAt, other } : { savedAt, body, other }
  })
}

async function hasSavedLately(tx: Tx, actor: Actor, versionId: string): Promise<boolean> {
  const savedAt = { gt: new Date(now().getTime() - sameSitting) }
  const where = { versionId, savedById: actor.membershipId, savedAt }
  return (await tx.documentDraftSave.count({ where, take: 1 })) > 0
}

/** The same with what a script of the form sends. */
export function autosaveBy(actor: Actor, documentId: string, form: FormData): Promise<Saved | Compared> {
  const parsed = AutosaveForm.safeParse(Object.fromEntries(form))
  if (!parsed.success) throw new Invalid('body', 'common:error.invalid')
  return autosaveDraft(actor, documentId, parsed.data)
}
