import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type ComparisonStatus, type CostCategory, isInside, isUndecided } from '../../comparison.ts'
import type { CaseResult } from '../../engine/result.ts'
import { bestAlternative, firstYearByCategory } from '../../engine/verification/by-category.ts'
import { type KeptPromises, keptPromises } from '../../engine/verification/kept-promises.ts'
import { visibleComparisons } from '../../scope.server.ts'

interface Promised {
  id: string
  accountId: string
  organizationId?: string
  ownerId: string
  status: ComparisonStatus
}

/** `author`: of whoever has the comparison; `category`: of whatever promised most in the same category. */
export interface EarlierPromises {
  author: KeptPromises | null
  category: (KeptPromises & { name: CostCategory }) | null
}

/**
 * How earlier promises turned out, beside one that is not decided. The supplier's people read of the accounts that they enter;
 * the customer of its own account alone. Below five nothing is said. Null where nothing is.
 */
export async function earlierPromises(
  actor: Actor,
  promised: Promised,
  result: CaseResult | null,
  db: Database = prisma,
): Promise<EarlierPromises | null> {
  if (!isInside(promised.status) && !isUndecided(promised.status)) return null
  const category = result && mainCategory(result)
  const seen: Prisma.ComparisonWhereInput = {
    AND: [visibleComparisons(actor), { id: { not: promised.id } }],
    ...(actor.side === 'customer' && { accountId: promised.accountId }),
  }
  const rows = await db.verificationPlan.findMany({
    where: {
      ...{ finishedAt: { not: null }, comparison: seen },
      OR: [{ comparison: { ownerId: promised.ownerId } }, ...(category ? [{ category }] : [])],
    },
    orderBy: { finishedAt: 'desc' },
    take: 500,
    select: { forecast: true, verified: true, category: true, comparison: { select: { ownerId: true } } },
  })
  const kept = (of: typeof rows) =>
    keptPromises(
      of.map(({ forecast, verified }) => ({
        agreed: forecast?.toFixed() ?? '0',
        verified: verified?.toFixed() ?? '0',
      })),
    )
  const author = kept(rows.filter(({ comparison }) => comparison.ownerId === promised.ownerId))
  const alike = category && kept(rows.filter((row) => row.category === category))
  if (!author && !alike) return null
  return { author, category: alike && { ...alike, name: category } }
}

function mainCategory(result: CaseResult): CostCategory | null {
  const best = bestAlternative(result)
  if (!best) return null
  const parts = firstYearByCategory(result, best).toSorted((a, b) => Number(b.amount) - Number(a.amount))
  return (parts[0]?.category ?? null) as CostCategory | null
}
