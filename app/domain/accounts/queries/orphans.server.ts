import { unscopedPrisma } from '#app/platform/database/database.server.ts'

/**
 * How many open restricted accounts have this member as the last active one of their team. Asked past row-level
 * security, because the administrator who deactivates need not see those accounts; only the number leaves here.
 */
export async function unscopedCountOrphans(membershipId: string): Promise<number> {
  return unscopedPrisma().account.count({
    where: {
      isRestricted: true,
      closedAt: null,
      AND: [
        { team: { some: { membershipId } } },
        { team: { none: { membershipId: { not: membershipId }, membership: { deactivatedAt: null } } } },
      ],
    },
  })
}
