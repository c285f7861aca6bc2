import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { versionTransitions } from '../document.ts'
import { documentEvents } from '../events.ts'
import type { WithdrawInput } from '../forms.ts'
import { readDocumentNumber } from '../kinds.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument, namedVersion } from '../queries/document.server.ts'
import { closeRound } from '../reviews/commands/round.server.ts'
import { visibleDocuments } from '../scope.server.ts'
import { moveVersion } from './move-version.server.ts'

/**
 * Takes a version back: a draft is given up, a version in force is no longer valid. Readers of the latter keep its page,
 * with the reason: who relied on it has to find out.
 */
export async function withdrawVersion(actor: Actor, documentId: string, input: WithdrawInput): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = document.versions.find((each) => each.version === input.version)
    if (!version) throw new NotFound()
    authorize(documentPolicy.withdraw(actor, document))
    requireTransition(versionTransitions, version.status, 'withdrawn')
    const wasReleased = version.status === 'released'
    const replacementId = await ownReplacement(tx, actor, documentId, input)
    await moveVersion(tx, version, { status: 'withdrawn' })
    await closeRound(tx, version.id)
    const at = now()
    const { organizationId } = document
    const { reason } = input
    await tx.documentWithdrawal.create({
      data: {
        versionId: version.id,
        documentId,
        organizationId,
        reason,
        withdrawnById: actor.membershipId,
        withdrawnAt: at,
        replacementId,
      },
      select: { versionId: true },
    })
    const [next] = document.versions.filter((each) => each.id !== version.id && each.status !== 'withdrawn')
    const status = next && next.status !== 'superseded' ? next.status : 'withdrawn'
    await tx.document.update({
      where: { id: documentId },
      data: { status, updatedAt: at },
      select: { id: true },
    })
    const payload = { ...namedVersion(document, version), reason, wasReleased }
    await record(tx, actor, documentEvents.withdrawn(document, payload, wasReleased ? null : 'supplier'))
  })
}

/** @throws Invalid for what is not the number of another document in force that the actor sees. */
async function ownReplacement(tx: Tx, actor: Actor, documentId: string, { replacement }: WithdrawInput) {
  if (!replacement) return null
  const refuse = (messageKey: string) => new Invalid('replacement', messageKey, { number: replacement })
  const read = readDocumentNumber(replacement)
  if (!read?.kind) throw refuse('reviews:error.replacementNumber')
  const found = await tx.document.findFirst({
    where: { AND: [visibleDocuments(actor), { kind: read.kind, number: read.number }] },
    select: { id: true, releasedVersion: { select: { status: true } } },
  })
  if (!found) throw refuse('reviews:error.replacementUnknown')
  if (found.id === documentId) throw refuse('reviews:error.replacesItself')
  if (found.releasedVersion?.status !== 'released') throw refuse('reviews:error.replacementNotInForce')
  return found.id
}
