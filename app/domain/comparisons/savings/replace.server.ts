import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { addLines, reversalsOf, standingLines } from './write.server.ts'

/**
 * A version that both sides signed takes the place of the one before it: what that had promised is reversed, unless it is verified
 * or closed already. What was verified of it stays.
 */
export async function replaceEarlierVersion(tx: Tx, actor: Actor, comparisonId: string): Promise<void> {
  const { previous } = await tx.comparison.findUniqueOrThrow({
    where: { id: comparisonId },
    select: {
      previous: {
        select: { id: true, accountId: true, organizationId: true, currency: true, status: true },
      },
    },
  })
  if (previous?.status !== 'agreed' && previous?.status !== 'trial') return
  for (const kind of ['proposed', 'agreed'] as const) {
    const standing = await standingLines(tx, previous.id, { kind })
    await addLines(tx, actor, previous, reversalsOf(standing))
  }
}
