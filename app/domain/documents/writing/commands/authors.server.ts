import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { writingFunctions } from '../../document.ts'
import { documentEvents } from '../../events.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'

/** Lets a colleague write a draft as well. From then on that colleague does not release it. */
export async function addAuthor(actor: Actor, documentId: string, membershipId: string): Promise<void> {
  await transact(async (tx) => {
    const { document, version } = await ownDraft(tx, actor, documentId)
    const colleague = await tx.membership.findFirst({
      where: {
        id: membershipId,
        organizationId: actor.organizationId,
        side: 'supplier',
        deactivatedAt: null,
        functions: { hasSome: [...writingFunctions] },
        NOT: { id: version.authorId },
      },
      select: { id: true, name: true },
    })
    if (!colleague) throw new Invalid('membershipId', 'common:error.unknown')
    const { count } = await tx.documentVersionAuthor.createMany({
      data: [
        {
          versionId: version.id,
          membershipId,
          documentId,
          organizationId: document.organizationId,
          addedById: actor.membershipId,
          addedAt: now(),
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) return
    const payload = { ...namedVersion(document, version), name: colleague.name }
    await record(tx, actor, documentEvents.authorAdded(document, payload, 'supplier'))
  })
}

/** Takes a colleague off again, while the version is a draft. */
export async function removeAuthor(actor: Actor, documentId: string, membershipId: string): Promise<void> {
  await transact(async (tx) => {
    const { document, version } = await ownDraft(tx, actor, documentId)
    const found = await tx.documentVersionAuthor.findFirst({
      where: { versionId: version.id, membershipId },
      select: { membership: { select: { name: true } } },
    })
    if (!found) throw new Invalid('membershipId', 'common:error.unknown')
    await tx.documentVersionAuthor.deleteMany({ where: { versionId: version.id, membershipId } })
    const payload = { ...namedVersion(document, version), name: found.membership.name }
    await record(tx, actor, documentEvents.authorRemoved(document, payload, 'supplier'))
  })
}

async function ownDraft(tx: Tx, actor: Actor, documentId: string) {
  const document = await getDocument(actor, documentId, tx)
  const version = document.versions.find((each) => each.status === 'draft')
  if (!version) throw new Conflict('common:error.transition')
  authorize(documentPolicy.chooseAuthors(actor, document, version))
  return { document, version }
}
