import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { lockComparison } from '../commands/lock.server.ts'
import { addLines, reversalsOf, standingLines } from './write.server.ts'

/**
 * A version that both sides signed takes the place of the one before it, and of its other next versions: what these had promised is
 * reversed, unless they are verified or closed already. What was verified of them stays.
 */
export async function replaceEarlierVersion(tx: Tx, actor: Actor, comparisonId: string): Promise<void> {
  const { previousId } = await tx.comparison.findUniqueOrThrow({
    where: { id: comparisonId },
    select: { previousId: true },
  })
  if (!previousId) return
  // One after the other: somebody may end it, or sign its plan, at this moment.
  await lockComparison(tx, previousId)
  const replaced = await tx.comparison.findMany({
    where: {
      ...{ status: { in: ['agreed', 'trial'] }, id: { not: comparisonId } },
      OR: [{ id: previousId }, { previousId }],
    },
    select: { id: true, accountId: true, organizationId: true, currency: true },
    orderBy: { id: 'asc' },
  })
  for (const earlier of replaced) {
    for (const kind of ['proposed', 'agreed'] as const) {
      const standing = await standingLines(tx, earlier.id, { kind })
      await addLines(tx, actor, earlier, reversalsOf(standing))
    }
  }
}
