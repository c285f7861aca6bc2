import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { documentEvents } from '../events.ts'
import type { ReachInput, VersionInput } from '../forms.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument, namedVersion } from '../queries/document.server.ts'
import { contentOf } from './content.ts'
import { writeFiles } from './write-files.server.ts'
import { writeReach } from './write-reach.server.ts'

/**
 * Changes what a draft says. Its document's title, products and audience come with it as long as nothing was released;
 * afterwards they are what readers see, and are changed by a release and by `changeAudience`.
 */
export async function editDraft(
  actor: Actor,
  documentId: string,
  input: VersionInput & Partial<ReachInput>,
): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = document.versions.find((each) => each.status === 'draft')
    if (!version) throw new Conflict('common:error.transition')
    authorize(documentPolicy.edit(actor, document, version))
    const { title, language } = input
    const { count } = await tx.documentVersion.updateMany({
      where: { id: version.id, status: 'draft', updatedAt: input.seenAt },
      data: { ...contentOf(input), updatedAt: now() },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    await writeFiles(tx, actor, { id: version.id, documentId }, input.fileIds)
    const isReleased = document.releasedVersionId !== null
    await tx.document.update({
      where: { id: documentId },
      data: { ...(isReleased ? {} : { title, language }), updatedAt: now() },
      select: { id: true },
    })
    if (!isReleased && hasReach(input)) await writeReach(tx, actor, documentId, input)
    const named = namedVersion(document, { ...version, title })
    await record(tx, actor, documentEvents.edited(document, named, 'supplier'))
  })
}

function hasReach(input: Partial<ReachInput>): input is ReachInput {
  return input.accountIds !== undefined && input.functions !== undefined && input.productIds !== undefined
}
