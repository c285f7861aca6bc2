import type { MemberFunction } from '#app/domain/access/actor.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { type CoverageEntry, canCover, resolveCoverage } from '../coverage.ts'

export interface CoverageLine extends CoverageEntry {
  memberName: string
}

/**
 * The lines of an account's matrix. A line whose member left, gave the function up, or cannot enter a restricted
 * account, is not active.
 */
export async function listCoverage(db: Database, accountId: string): Promise<CoverageLine[]> {
  const lines = await db.coverage.findMany({
    relationLoadStrategy: 'join',
    where: { accountId },
    select: {
      id: true,
      side: true,
      function: true,
      siteId: true,
      familyId: true,
      membershipId: true,
      account: { select: { isRestricted: true } },
      membership: {
        select: {
          name: true,
          side: true,
          functions: true,
          deactivatedAt: true,
          teams: { where: { accountId }, select: { accountId: true } },
        },
      },
    },
    orderBy: { id: 'asc' },
  })
  return lines.map(({ membership, account, ...line }) => {
    const entersAccount = line.side === 'customer' || !account.isRestricted || membership.teams.length > 0
    const isActive = membership.deactivatedAt === null && entersAccount && canCover(membership, line.function)
    return { ...line, memberName: membership.name, isActive }
  })
}

/** Who takes a request on the supplier's side by the coverage matrix: an active membership, or null for a gap. */
export async function routeByCoverage(
  db: Database,
  accountId: string,
  need: { function: MemberFunction; familyId?: string | null; siteId?: string | null },
): Promise<string | null> {
  const lines = await listCoverage(db, accountId)
  return resolveCoverage(lines, { ...need, side: 'supplier' })?.membershipId ?? null
}
