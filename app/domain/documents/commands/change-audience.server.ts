import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { documentEvents } from '../events.ts'
import type { ReachInput } from '../forms.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument, namedVersion } from '../queries/document.server.ts'
import { writeReach } from './write-reach.server.ts'

/** Changes who sees a released document, and its products. It holds at once: who left the audience has lost the document. */
export async function changeAudience(actor: Actor, documentId: string, input: ReachInput): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    authorize(documentPolicy.changeAudience(actor, document))
    const shown = document.versions.find((each) => each.id === document.releasedVersionId)
    if (!shown) throw new Conflict('common:error.transition')
    await writeReach(tx, actor, documentId, input)
    const owner = await tx.document.findUniqueOrThrow({
      where: { id: documentId },
      select: { ownerId: true, owner: { select: { name: true } } },
    })
    await tx.document.update({ where: { id: documentId }, data: { updatedAt: now() }, select: { id: true } })
    const { everyAccount, functions } = input
    const accounts = everyAccount ? 0 : new Set(input.accountIds).size
    const payload = { ...namedVersion(document, shown), everyAccount, accounts, functions }
    await record(tx, actor, documentEvents.audienceChanged(document, payload))
    if (owner.ownerId === document.ownerId) return
    const named = { ...namedVersion(document, shown), owner: owner.owner.name }
    await record(tx, actor, documentEvents.ownerChanged(document, named, 'supplier'))
  })
}
