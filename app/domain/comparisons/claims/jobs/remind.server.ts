import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { undecided } from '../../comparison.ts'
import { namedComparison } from '../../queries/comparison.server.ts'
import { claimEvents } from '../events.ts'

const days = 14 * 86_400_000

/**
 * The job, each hour: tells the owner of a comparison that lies before a customer that a source of it expires within two weeks.
 * The mark in the row is the lock: of two processes one tells.
 */
export async function remindOfClaims(): Promise<void> {
  const at = now()
  await unscopedPrisma().$transaction(async (tx) => {
    const ending = await tx.comparisonClaim.updateManyAndReturn({
      where: {
        ...{ remindedAt: null, withdrawnAt: null, expiresOn: { lte: new Date(at.getTime() + days) } },
        comparison: { status: { in: undecided }, account: { closedAt: null } },
      },
      data: { remindedAt: at },
      include: { comparison: true, option: { select: { name: true } } },
    })
    for (const { id: claimId, comparison, option, expiresOn } of ending) {
      const payload = {
        ...{ ...namedComparison(comparison), side: 'supplier' as const, claimId, option: option.name },
        ...{ expiresOn: expiresOn.toISOString().slice(0, 10), memberId: comparison.ownerId },
      }
      await record(tx, null, claimEvents.claimEndsSoon(comparison, payload, 'supplier'))
    }
  })
}
