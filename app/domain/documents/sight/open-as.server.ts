import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { documentEvents } from '../events.ts'
import { namedVersion } from '../queries/document.server.ts'
import { getVersionPage } from '../queries/page.server.ts'
import { getSight } from './queries.server.ts'

/**
 * A document as it stands before a member, through that member's scopes and behind the wall of the one who asks. That
 * somebody looked is recorded, for the supplier; nothing is recorded as read.
 */
export async function openAs(actor: Actor, documentId: string, membershipId: string) {
  return transact(async (tx) => {
    const { document, reader, accountId, ...found } = await getSight(actor, documentId, membershipId, tx)
    const seen = found.sight.canSee ? (await getVersionPage(reader, document.id, null, tx)).version : null
    const [newest] = document.versions
    const shown = document.versions.find((each) => each.id === seen?.id) ?? newest
    if (shown) {
      const { name: member, organizationName: organization } = found.member
      const subject = { id: document.id, organizationId: document.organizationId, accountId }
      const payload = { ...namedVersion(document, shown), member, organization }
      await record(tx, actor, documentEvents.viewedAs(subject, payload, 'supplier'))
    }
    return { ...found, seen }
  })
}
