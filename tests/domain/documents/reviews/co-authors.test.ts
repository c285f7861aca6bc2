import { expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { addReviewers } from '#app/domain/documents/reviews/commands/add-reviewers.server.ts'
import { listWaitingVersions } from '#app/domain/documents/reviews/queries/waiting.server.ts'
import { addAuthor } from '#app/domain/documents/writing/commands/authors.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, note } from '../notes.ts'
import { approve, review, rule } from './support.ts'

const { people } = useWorld()

test('whoever wrote it with its author is not asked to review it, by no rule and by nobody', async () => {
  const { ingrid, dev, quinn, admin } = people
  await rule(admin, { reviewerIds: [dev.membershipId, quinn.membershipId] })
  const { id } = await as(ingrid, () => createDocument(ingrid, note()))
  await as(ingrid, () => addAuthor(ingrid, id, dev.membershipId))
  await as(ingrid, () => submitVersion(ingrid, id))
  const { round } = await review(ingrid, id)
  expect(round.reviews.map(({ memberId }) => memberId)).toEqual([quinn.membershipId])
  expect(round.state.waitingFor).toBe(1)
  const add = as(ingrid, () => addReviewers(ingrid, id, { memberIds: [dev.membershipId] }))
  await expect(add).rejects.toMatchObject({ messageKey: 'reviews:error.authorReviews' })
  await expect(approve(dev, id)).rejects.toThrow(Forbidden)
  expect(await as(dev, listWaitingVersions)).toEqual([])
  expect(await as(quinn, listWaitingVersions)).toMatchObject([{ id, reason: 'toReview' }])
  const [asked] = await unscopedPrisma().documentReview.findMany({ where: { roundId: round.id } })
  if (!asked) throw new Error('nobody was asked')
  const past = unscopedPrisma().documentReview.create({
    data: { ...asked, id: crypto.randomUUID(), memberId: dev.membershipId },
  })
  await expect(past).rejects.toThrow(/author/)
})
