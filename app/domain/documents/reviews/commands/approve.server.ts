import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newestVersion } from '../../commands/move-version.server.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import { reviewEvents } from '../events.ts'
import type { ApproveInput } from '../forms.ts'
import { reviewPolicy } from '../policy.ts'
import { findOpenRound, type RoundRow, stateOf } from '../queries/round.server.ts'

/**
 * A reviewer approves the submission that it has read; with the last approval the approver hears that it can be released.
 * @throws Conflict when the version was taken back or submitted anew in the meantime, or was decided already.
 */
export async function approveVersion(actor: Actor, documentId: string, input: ApproveInput): Promise<void> {
  try {
    await transact((tx) => approve(tx, actor, documentId, input))
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('reviews:error.decided')
    throw error
  }
}

async function approve(tx: Tx, actor: Actor, documentId: string, input: ApproveInput): Promise<void> {
  const document = await getDocument(actor, documentId, tx)
  const version = newestVersion(document)
  if (version.status !== 'submitted') throw new Conflict('common:error.transition')
  authorize(reviewPolicy.review(actor, document, version))
  const round = await lockRound(tx, version.id)
  if (round.submittedAt.getTime() !== input.seenAt.getTime())
    throw new Conflict('documents:error.submittedAnew')
  const { membershipId: memberId, organizationId } = actor
  const { comment } = input
  await tx.documentReviewDecision.create({
    data: {
      roundId: round.id,
      versionId: version.id,
      organizationId,
      memberId,
      verdict: 'approved',
      comment,
      decidedAt: now(),
    },
    select: { id: true },
  })
  const decisions = [...round.decisions, { memberId, verdict: 'approved' as const }]
  const { isReviewed, waitingFor } = stateOf({ ...round, decisions })
  const named = { ...namedVersion(document, version), comment }
  await record(
    tx,
    actor,
    isReviewed
      ? reviewEvents.reviewCompleted(document, named, 'supplier')
      : reviewEvents.reviewApproved(document, { ...named, waitingFor }, 'supplier'),
  )
}

/** Two last approvals at the same moment: one of them has to be the one that tells the approver. */
export async function lockRound(tx: Tx, versionId: string): Promise<RoundRow> {
  await tx.$queryRaw`
    SELECT id FROM document_review_round WHERE version_id = ${versionId}::uuid AND closed_at IS NULL FOR UPDATE`
  const round = await findOpenRound(versionId, tx)
  if (!round) throw new Conflict('common:error.transition')
  return round
}
