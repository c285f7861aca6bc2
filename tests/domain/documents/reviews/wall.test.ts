import { beforeEach, describe, expect, test } from 'vitest'
import { getReviewPage } from '#app/domain/documents/reviews/queries/review-page.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, release } from '../notes.ts'
import { approve, checkAll, forLumen, removeRules, review, rule, submit } from './support.ts'

const world = useWorld()
const { people } = world
beforeEach(async () => {
  await removeRules()
  await rule(people.quinn, {
    reviewerIds: [people.dev.membershipId, people.tomas.membershipId],
    approver: `member:${people.quinn.membershipId}`,
    checklist: 'Units are SI\nCurves measured',
  })
})

describe('a customer', () => {
  test('knows nothing of a review, not even of a version that it reads', async () => {
    const { ingrid, dev, tomas, quinn, lin } = people
    const id = await submit(ingrid, forLumen(world))
    await approve(dev, id)
    await approve(tomas, id)
    await checkAll(dev, id)
    await release(quinn, id)
    await expect(as(lin, () => getReviewPage(lin, id, null))).rejects.toThrow(NotFound)
    const rows = await runAsActor(lin.membershipId, async () => [
      await prisma.documentReviewRule.count(),
      await prisma.documentReviewRound.count(),
      await prisma.documentReview.count(),
      await prisma.documentReviewDecision.count(),
      await prisma.documentChecklistItem.count(),
    ])
    expect(rows).toEqual([0, 0, 0, 0, 0])
  })
})

describe('the database', () => {
  test('keeps decisions as they were said, and refuses the author as a reviewer', async () => {
    const { ingrid, dev } = people
    const id = await submit(ingrid)
    await approve(dev, id)
    const rows = unscopedPrisma()
    const decision = await rows.documentReviewDecision.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const where = { id: decision.id }
    await expect(rows.documentReviewDecision.update({ where, data: { comment: 'x' } })).rejects.toThrow(
      /insert-only/,
    )
    const { versionId, organizationId, roundId } = decision
    const own = { versionId, organizationId, roundId, memberId: ingrid.membershipId }
    await expect(
      rows.documentReview.create({
        data: { ...own, role: 'approver', origin: 'added', addedById: dev.membershipId },
      }),
    ).rejects.toThrow(/author/)
  })

  test('lets nobody approve who was not asked to review, and nothing once the round is closed', async () => {
    const { ingrid, dev, tomas, quinn } = people
    const id = await submit(ingrid)
    const { round, version } = await review(dev, id)
    const { id: versionId } = await unscopedPrisma().documentVersion.findFirstOrThrow({
      where: { documentId: id },
    })
    const decide = (by: typeof dev, verdict: 'approved' | 'changes_requested') =>
      as(by, () =>
        prisma.documentReviewDecision.create({
          data: {
            ...{ roundId: round.id, versionId, organizationId: by.organizationId, verdict },
            memberId: by.membershipId,
          },
        }),
      )
    for (const actor of [ingrid, people.marcus, people.lin, people.rui]) {
      await expect(decide(actor, 'approved')).rejects.toThrow(/row-level security/)
    }
    // The approver releases or asks for changes; its approval is no review.
    await expect(decide(quinn, 'approved')).rejects.toThrow(/row-level security/)
    await decide(quinn, 'changes_requested')
    const where = { id: round.id }
    const change = (data: object) => as(dev, () => prisma.documentReviewRound.update({ where, data }))
    await expect(change({ namedNeeded: 0 })).rejects.toThrow(/stays as it was/)
    const [item] = round.checklist
    const rewrite = { where: { id: item?.id ?? '' }, data: { text: 'Nothing' } }
    await expect(as(dev, () => prisma.documentChecklistItem.update(rewrite))).rejects.toThrow(/is fixed/)
    await change({ closedAt: new Date() })
    await expect(change({ closedAt: null })).rejects.toThrow(/closed once/)
    await expect(decide(tomas, 'approved')).rejects.toThrow(/row-level security/)
    expect(version.status).toBe('submitted')
  })

  test('lets a rule name nobody but the own people, and a plan be nobody’s but the second person’s', async () => {
    const { ingrid, dev, quinn, lin } = people
    const id = await submit(ingrid)
    const { organizationId } = dev
    const named = (data: object) =>
      as(quinn, () =>
        prisma.documentReviewRule.create({
          data: { organizationId, kind: 'drawing', updatedById: quinn.membershipId, ...data },
        }),
      )
    await expect(named({ approverId: lin.membershipId })).rejects.toThrow(/row-level security/)
    await expect(named({ reviewerIds: [dev.membershipId, lin.membershipId] })).rejects.toThrow(
      /row-level security/,
    )
    await named({ approverId: dev.membershipId, reviewerIds: [ingrid.membershipId] })
    const version = await unscopedPrisma().documentVersion.findFirstOrThrow({ where: { documentId: id } })
    const plan = (by: typeof dev) =>
      as(by, () =>
        prisma.documentScheduledRelease.create({
          data: {
            ...{ versionId: version.id, documentId: id, organizationId, seenAt: new Date() },
            ...{ releaseAt: new Date(), decidedById: by.membershipId },
          },
        }),
      )
    for (const actor of [ingrid, lin, people.rui])
      await expect(plan(actor)).rejects.toThrow(/row-level security/)
    await plan(dev)
  })
})
