import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { documentEvents } from '../events.ts'
import type { ReachInput, VersionInput } from '../forms.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument, namedVersion } from '../queries/document.server.ts'
import { type Compared, keepSave, reconcile } from '../writing/commands/reconcile.server.ts'
import { contentOf } from './content.ts'
import { writeFiles } from './write-files.server.ts'
import { writeReach } from './write-reach.server.ts'

type Edited = Omit<VersionInput, 'choices'> & Partial<VersionInput> & Partial<ReachInput>

/**
 * Changes what a draft says. Its document's title, products and audience come with it as long as nothing was released;
 * afterwards they are what readers see, and are changed by a release and by `changeAudience`. What somebody else
 * changed in the meantime is merged by section; sections that both changed come back, and nothing is written.
 */
export async function editDraft(actor: Actor, documentId: string, input: Edited): Promise<Compared | null> {
  return transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = document.versions.find((each) => each.status === 'draft')
    if (!version) throw new Conflict('common:error.transition')
    authorize(documentPolicy.edit(actor, document, version))
    const { language } = input
    const place = { id: version.id, organizationId: document.organizationId }
    const text = await reconcile(tx, place, input)
    if ('parts' in text) return text
    const { title, body, updatedAt } = text
    const savedAt = now()
    const { count } = await tx.documentVersion.updateMany({
      where: { id: version.id, status: 'draft', updatedAt },
      data: { ...contentOf(input), title, body, updatedAt: savedAt },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    await keepSave(tx, place, { title, body, savedById: actor.membershipId, savedAt })
    const fileIds = text.isMerged ? await withTheirs(tx, version.id, input.fileIds) : input.fileIds
    await writeFiles(tx, actor, { id: version.id, documentId }, { fileIds, body })
    const isReleased = document.releasedVersionId !== null
    await tx.document.update({
      where: { id: documentId },
      data: { ...(isReleased ? {} : { title, language }), updatedAt: now() },
      select: { id: true },
    })
    if (!isReleased && hasReach(input)) await writeReach(tx, actor, documentId, input)
    const named = namedVersion(document, { ...version, title })
    await record(tx, actor, documentEvents.edited(document, named, 'supplier'))
    return null
  })
}

/** A colleague wrote in the meantime: what that colleague attached stays. */
async function withTheirs(tx: Tx, versionId: string, fileIds: string[]): Promise<string[]> {
  const theirs = await tx.documentVersionFile.findMany({
    where: { versionId },
    orderBy: { position: 'asc' },
    select: { fileId: true },
  })
  return [...fileIds, ...theirs.map(({ fileId }) => fileId)]
}

function hasReach(input: Partial<ReachInput>): input is ReachInput {
  return input.accountIds !== undefined && input.functions !== undefined && input.productIds !== undefined
}
