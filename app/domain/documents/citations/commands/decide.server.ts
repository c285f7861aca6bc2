import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { documentEvents } from '../../events.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import type { ReviewInput } from '../forms.ts'
import { reviewPolicy } from '../policy.ts'
import { type SourceRules, visibleCitations } from '../scope.server.ts'

/** Says whether a dependant is affected by the new version of what it cites. Said once, it stands. */
export async function decideReview(
  actor: Actor,
  documentId: string,
  input: ReviewInput,
  rules: SourceRules,
): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const review = await tx.citationReview.findFirst({
      relationLoadStrategy: 'join',
      where: {
        id: requireId(input.reviewId),
        citedDocumentId: document.id,
        citation: visibleCitations(actor, rules),
      },
      select: {
        ...{ id: true, ownerId: true, organizationId: true, outcome: true },
        citation: { select: { accountId: true, lane: true, versionId: true } },
        toVersion: { select: { version: true, title: true } },
      },
    })
    if (!review) throw new NotFound()
    authorize(reviewPolicy.decide(actor, review))
    if (review.outcome) throw new Conflict('citations:error.decidedAlready')
    const { outcome, note } = input
    const { count } = await tx.citationReview.updateMany({
      where: { id: review.id, outcome: null },
      data: { outcome, note, decidedById: actor.membershipId, decidedAt: now() },
    })
    if (count !== 1) throw new Conflict('citations:error.decidedAlready')
    const { accountId, lane, versionId } = review.citation
    const isOwn = lane === 'internal' || lane === 'private' || versionId !== null
    const payload = { ...namedVersion(document, review.toVersion), outcome, note }
    const subject = { id: document.id, organizationId: document.organizationId, accountId }
    await record(tx, actor, documentEvents.reviewDecided(subject, payload, isOwn ? actor.side : null))
  })
}
