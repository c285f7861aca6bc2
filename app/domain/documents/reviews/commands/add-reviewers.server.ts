import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleColleagues } from '#app/domain/accounts/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { isAuthor } from '../../authorship.ts'
import { newestVersion } from '../../commands/move-version.server.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import { reviewEvents } from '../events.ts'
import type { ReviewersInput } from '../forms.ts'
import { reviewPolicy } from '../policy.ts'
import { lockRound } from './approve.server.ts'

/**
 * Asks more colleagues to review a submitted version: each of them has to approve it. Whoever is asked already is not
 * asked twice.
 * @throws Invalid at `memberIds` for the author, somebody who has left, and people of other organizations.
 */
export async function addReviewers(actor: Actor, documentId: string, input: ReviewersInput): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = newestVersion(document)
    authorize(reviewPolicy.addReviewers(actor, document, version))
    if (version.status !== 'submitted') throw new Conflict('common:error.transition')
    const wanted = [...new Set(input.memberIds)]
    if (wanted.some((id) => isAuthor(id, version))) {
      throw new Invalid('memberIds', 'reviews:error.authorReviews')
    }
    const members = await tx.membership.findMany({
      where: { AND: [visibleColleagues(actor), { id: { in: wanted }, deactivatedAt: null }] },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    })
    if (members.length !== wanted.length) throw new Invalid('memberIds', 'common:error.unknown')
    const round = await lockRound(tx, version.id)
    const asked = round.reviews.filter((each) => each.role === 'reviewer').map((each) => each.memberId)
    const added = members.filter((member) => !asked.includes(member.id))
    if (added.length === 0) throw new Invalid('memberIds', 'reviews:error.askedAlready')
    await tx.documentReview.createMany({
      data: added.map((member) => ({
        roundId: round.id,
        versionId: version.id,
        organizationId: actor.organizationId,
        memberId: member.id,
        role: 'reviewer' as const,
        origin: 'added' as const,
        addedById: actor.membershipId,
        addedAt: now(),
      })),
    })
    const names = { members: added.map(({ name }) => name), memberIds: added.map(({ id }) => id) }
    const payload = { ...namedVersion(document, version), ...names }
    await record(tx, actor, reviewEvents.reviewersAdded(document, payload, 'supplier'))
  })
}
