import type { MemberFunction } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

export interface AudienceLine {
  /** Null for every account of the supplier. */
  accountId: string | null
  functions: MemberFunction[]
}

/**
 * The active members who are in an audience: of the customers' accounts that are open, with one of the functions.
 * `accounts` narrows the accounts down to those that the one who asks may enter.
 */
export function membersInAudience(
  organizationId: string,
  audience: AudienceLine[],
  accounts: Prisma.AccountWhereInput = {},
): Prisma.MembershipWhereInput {
  // An empty OR inside another one would hold for everybody.
  if (audience.length === 0) return { id: { in: [] } }
  const byFunctions = new Map<string, { functions: MemberFunction[]; accountIds: string[] | null }>()
  for (const { accountId, functions } of audience) {
    const key = [...functions].sort().join()
    const group = byFunctions.get(key) ?? { functions, accountIds: [] }
    if (accountId === null) group.accountIds = null
    else group.accountIds?.push(accountId)
    byFunctions.set(key, group)
  }
  return {
    side: 'customer',
    deactivatedAt: null,
    OR: [...byFunctions.values()].map(({ functions, accountIds }) => ({
      functions: { hasSome: functions },
      organization: {
        customerAccounts: {
          some: {
            AND: [
              accounts,
              {
                supplierId: organizationId,
                closedAt: null,
                ...(accountIds ? { id: { in: accountIds } } : {}),
              },
            ],
          },
        },
      },
    })),
  }
}
