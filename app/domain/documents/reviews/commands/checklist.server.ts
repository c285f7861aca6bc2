import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newestVersion } from '../../commands/move-version.server.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import { reviewEvents } from '../events.ts'
import type { ChecklistInput } from '../forms.ts'
import { reviewPolicy } from '../policy.ts'
import { lockRound } from './approve.server.ts'

/** Checks an item of the open round, or takes the check back. What stands so already is left with who checked it first. */
export async function checkItem(actor: Actor, documentId: string, input: ChecklistInput): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = newestVersion(document)
    authorize(reviewPolicy.check(actor, document, version))
    if (version.status !== 'submitted') throw new Conflict('common:error.transition')
    const round = await lockRound(tx, version.id)
    const item = round.checklist.find((each) => each.id === requireId(input.itemId))
    if (!item) throw new NotFound()
    const { isChecked } = input
    if ((item.checkedAt !== null) === isChecked) return
    await tx.documentChecklistItem.update({
      where: { id: item.id },
      data: isChecked
        ? { checkedById: actor.membershipId, checkedAt: now() }
        : { checkedById: null, checkedAt: null },
      select: { id: true },
    })
    const payload = { ...namedVersion(document, version), item: item.text, isChecked }
    await record(tx, actor, reviewEvents.checklistChanged(document, payload, 'supplier'))
  })
}
