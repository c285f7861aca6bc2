import { beforeEach, describe, expect, test } from 'vitest'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { returnVersion, submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { addReviewers } from '#app/domain/documents/reviews/commands/add-reviewers.server.ts'
import { decideRelease } from '#app/domain/documents/reviews/commands/decide-release.server.ts'
import { getReleasePage } from '#app/domain/documents/reviews/queries/release-page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, eventTypes, release } from '../notes.ts'
import {
  approve,
  checkAll,
  deactivate,
  forLumen,
  newest,
  removeRules,
  rule,
  seenBy,
  submit,
} from './support.ts'

const world = useWorld()
const { people } = world
beforeEach(removeRules)

const byRule = () =>
  rule(people.quinn, {
    reviewerIds: [people.dev.membershipId, people.tomas.membershipId],
    approver: `member:${people.quinn.membershipId}`,
    checklist: 'Units are SI\nCurves measured',
  })

describe('the approver', () => {
  test('is the one whom the rule names: no other colleague, no author, nobody else’s', async () => {
    const { ingrid, dev, tomas } = people
    await byRule()
    const id = await submit(ingrid)
    await approve(dev, id)
    await approve(tomas, id)
    await checkAll(dev, id)
    for (const actor of [ingrid, dev, tomas]) await expect(release(actor, id)).rejects.toThrow(Forbidden)
    await release(people.quinn, id)
  })

  test('waits for a reviewer who is missing, until somebody is added', async () => {
    const { ingrid, dev, tomas, quinn, marcus } = people
    await byRule()
    const id = await submit(ingrid)
    await approve(dev, id)
    await checkAll(dev, id)
    await deactivate(tomas)
    await expect(release(quinn, id)).rejects.toMatchObject({
      messageKey: 'documents:error.reviewersMissing',
      values: { count: 1 },
    })
    await as(ingrid, () => addReviewers(ingrid, id, { memberIds: [marcus.membershipId] }))
    await approve(marcus, id)
    await release(quinn, id)
    await deactivate(tomas, false)
  })

  test('who was deactivated releases nothing: taken back, the next submission is refused until the rule is changed', async () => {
    const { ingrid, dev, tomas, quinn } = people
    await rule(quinn, { approver: `member:${tomas.membershipId}` })
    const id = await submit(ingrid)
    await deactivate(tomas)
    for (const actor of [dev, quinn]) await expect(release(actor, id)).rejects.toThrow(Forbidden)
    await as(ingrid, () => returnVersion(ingrid, id, 'The approver has left.'))
    await expect(as(ingrid, () => submitVersion(ingrid, id))).rejects.toMatchObject({
      status: 409,
      messageKey: 'documents:error.noApprover',
    })
    expect((await newest(ingrid, id)).status).toBe('draft')
    await removeRules()
    await rule(quinn, { approver: `member:${quinn.membershipId}` })
    await as(ingrid, () => submitVersion(ingrid, id))
    await release(quinn, id)
    await deactivate(tomas, false)
  })
})

describe('the button of a release', () => {
  test('is refused when other people would see it than those who were named', async () => {
    const { ingrid, dev, lin, wu } = people
    const id = await submit(ingrid, forLumen(world))
    const { reach } = await as(dev, () => getReleasePage(dev, id))
    const input = { ...(await seenBy(dev, id)), when: 'now' as const, reach: reach.key }
    await deactivate(lin)
    await expect(as(dev, () => decideRelease(dev, id, input))).rejects.toMatchObject({
      status: 409,
      messageKey: 'reviews:error.reachMeanwhile',
    })
    expect((await newest(ingrid, id)).status).toBe('submitted')
    await expect(as(wu, () => decideRelease(wu, id, input))).rejects.toMatchObject({ status: 404 })
    await expect(as(ingrid, () => decideRelease(ingrid, id, input))).rejects.toThrow(Forbidden)
    await deactivate(lin, false)
    expect(await as(dev, () => decideRelease(dev, id, input))).toBe('released')
    expect(
      await unscopedPrisma().documentVersion.count({ where: { documentId: id, status: 'released' } }),
    ).toBe(1)
  })
})

describe('two releases at once', () => {
  test('one wins, the other reads that it was faster', async () => {
    const { ingrid, dev, quinn } = people
    for (let round = 0; round < 5; round += 1) {
      const id = await submit(ingrid, forLumen(world))
      const input = await seenBy(dev, id)
      const both = await Promise.allSettled(
        [dev, quinn].map((actor) => as(actor, () => releaseVersion(actor, id, input))),
      )
      expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
      const refused = both.find((each) => each.status === 'rejected') as PromiseRejectedResult
      expect(refused.reason).toMatchObject({ status: 409, messageKey: 'documents:error.releasedMeanwhile' })
      expect((await eventTypes(id)).filter((type) => type === 'released')).toHaveLength(1)
    }
  })
})
