import type { MemberFunction } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

export interface AudienceLine {
  /** Null for every account of the supplier. */
  accountId: string | null
  /** Narrows it to accounts that have a variant of the family. */
  familyId: string | null
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
  return {
    side: 'customer',
    deactivatedAt: null,
    OR: groupsOf(audience).map(({ functions, familyId, accountIds }) => ({
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
                ...(familyId ? { variants: { some: { product: { familyId } } } } : {}),
              },
            ],
          },
        },
      },
    })),
  }
}

interface Group {
  functions: MemberFunction[]
  familyId: string | null
  /** Null for every account. */
  accountIds: string[] | null
}

/** Lines of the same functions and family are asked for together. */
function groupsOf(audience: AudienceLine[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { accountId, familyId, functions } of audience) {
    const key = `${familyId} ${[...functions].sort().join()}`
    const group = groups.get(key) ?? { functions, familyId, accountIds: [] }
    if (accountId === null) group.accountIds = null
    else group.accountIds?.push(accountId)
    groups.set(key, group)
  }
  return [...groups.values()]
}
