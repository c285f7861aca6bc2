import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { isAskedAtAll, isAuthor } from '../authorship.ts'
import { requireNotice } from '../change-notices/queries/complete.server.ts'
import { recordCitations } from '../citations/cite.server.ts'
import { versionTransitions } from '../document.ts'
import { documentEvents } from '../events.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument, namedVersion } from '../queries/document.server.ts'
import { requireMarksDecided } from '../redaction/queries/open.server.ts'
import { requestChanges } from '../reviews/commands/request-changes.server.ts'
import { closeRound, openRound } from '../reviews/commands/round.server.ts'
import { reviewEvents } from '../reviews/events.ts'
import { moveVersion, newestVersion } from './move-version.server.ts'

/** Hands a draft to those who review and release it. From here on what it says is fixed. */
export async function submitVersion(actor: Actor, documentId: string): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = newestVersion(document)
    authorize(documentPolicy.submit(actor, document, version))
    requireTransition(versionTransitions, version.status, 'submitted')
    await requireNotice(tx, document, version.id)
    const { organizationId } = document
    await requireMarksDecided(tx, { documentId: document.id, organizationId, versionId: version.id })
    const at = now()
    await moveVersion(tx, version, { status: 'submitted', submittedAt: at })
    await citeSources(tx, actor, { ...version, documentId })
    await openRound(tx, actor, { documentId, version, at })
    await tx.document.update({
      where: { id: documentId },
      data: { status: 'submitted', updatedAt: now() },
      select: { id: true },
    })
    await record(tx, actor, documentEvents.submitted(document, namedVersion(document, version), 'supplier'))
  })
}

/** From here on the text is fixed, and with it what it cites. */
async function citeSources(tx: Tx, actor: Actor, { id, documentId }: { id: string; documentId: string }) {
  const { body } = await tx.documentVersion.findUniqueOrThrow({ where: { id }, select: { body: true } })
  const { organizationId } = actor
  await recordCitations(tx, actor, { versionId: id, documentId }, { organizationId, text: body })
}

/**
 * Gives a submitted version back to its author, with what is to be changed; the author can take it back as well. From
 * somebody who was asked it is a decision of the review. The next submission asks everybody anew.
 */
export async function returnVersion(actor: Actor, documentId: string, reason: string): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = newestVersion(document)
    authorize(documentPolicy.return(actor, document, version))
    requireTransition(versionTransitions, version.status, 'draft')
    const isReview = !isAuthor(actor.membershipId, version) && isAskedAtAll(actor, version)
    if (isReview) await requestChanges(tx, actor, version.id, reason)
    await moveVersion(tx, version, { status: 'draft', submittedAt: null })
    await closeRound(tx, version.id)
    await tx.document.update({
      where: { id: documentId },
      data: { status: 'draft', updatedAt: now() },
      select: { id: true },
    })
    const payload = { ...namedVersion(document, version), reason }
    const happened = isReview ? reviewEvents.changesRequested : documentEvents.returned
    await record(tx, actor, happened(document, payload, 'supplier'))
  })
}
