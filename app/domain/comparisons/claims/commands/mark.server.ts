import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { isInside } from '../../comparison.ts'
import { namedComparison } from '../../queries/comparison.server.ts'
import { claimEvents } from '../events.ts'
import type { CompetitorsInput } from '../forms.ts'
import { changeClaims, sideOf } from './change.server.ts'

/**
 * Says which options are a competitor's product: claims of those that are none any more are withdrawn.
 * @throws NotFound, Forbidden, Conflict
 */
export async function markCompetitors(
  actor: Actor,
  comparisonId: string,
  { optionIds, revision }: CompetitorsInput,
): Promise<void> {
  await changeClaims(actor, comparisonId, async (tx, comparison) => {
    if (comparison.revision !== revision)
      throw new Conflict('comparisons:error.structureMoved', { revision: comparison.revision })
    const where = { comparisonId: comparison.id }
    const isLeft = { ...where, isCompetitor: true, id: { notIn: optionIds } }
    if (!isInside(comparison.status) && (await tx.comparisonOption.count({ where: isLeft })) > 0)
      throw new Conflict('comparisons:error.competitorStays')
    const marked = { ...where, id: { in: optionIds } }
    await tx.comparisonOption.updateMany({
      where: { ...marked, isCompetitor: false },
      data: { isCompetitor: true },
    })
    await tx.comparisonOption.updateMany({
      where: isLeft,
      data: { isCompetitor: false },
    })
    await tx.comparisonClaim.updateMany({
      where: { ...where, withdrawnAt: null, option: { isCompetitor: false } },
      data: { withdrawnAt: now(), writtenById: actor.membershipId, revision: { increment: 1 } },
    })
    const options = await tx.comparisonOption.findMany({
      where: marked,
      select: { name: true },
      orderBy: { position: 'asc' },
    })
    return claimEvents.competitorsMarked(
      comparison,
      { ...namedComparison(comparison), side: 'supplier', options: options.map(({ name }) => name) },
      sideOf(comparison),
    )
  })
}
