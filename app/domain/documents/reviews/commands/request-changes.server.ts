import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { lockRound } from './approve.server.ts'

/** Writes down that somebody who was asked wants changes: part of the return of a version (`returnVersion`). */
export async function requestChanges(
  tx: Tx,
  actor: Actor,
  versionId: string,
  comment: string,
): Promise<void> {
  const round = await lockRound(tx, versionId)
  const { organizationId, membershipId: memberId } = actor
  const said = { roundId: round.id, versionId, organizationId, memberId }
  await tx.documentReviewDecision.create({
    data: { ...said, verdict: 'changes_requested', comment, decidedAt: now() },
    select: { id: true },
  })
}
