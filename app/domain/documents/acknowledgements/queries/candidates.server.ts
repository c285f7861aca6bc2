import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import type { QuorumLine } from '../engine/states.ts'

export interface Candidate {
  membershipId: string
  name: string
  functions: MemberFunction[]
}

/** An open account that a document is for, with the active people who see it. */
export interface AskableAccount {
  id: string
  name: string
  timeZone: string
  /** Those of the audience. */
  functions: MemberFunction[]
  people: Candidate[]
  /** The version is asked about there already. */
  isAsked: boolean
}

interface Subject {
  documentId: string
  organizationId: string
  versionId: string
}

/** The accounts that can be asked about a version, with who could stand for which function, by name. */
export async function listAskableAccounts(
  actor: Actor,
  { documentId, organizationId, versionId }: Subject,
  db: Database = prisma,
): Promise<AskableAccount[]> {
  const lines = await db.documentAudience.findMany({
    where: { documentId },
    select: { accountId: true, familyId: true, functions: true },
  })
  const isForAll = lines.some((line) => line.accountId === null)
  const accounts = await db.account.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [visibleAccounts(actor), { supplierId: organizationId, closedAt: null }],
      ...(isForAll ? {} : { id: { in: lines.flatMap((line) => line.accountId ?? []) } }),
    },
    select: {
      id: true,
      acknowledgementRequests: { where: { versionId }, select: { id: true } },
      variants: { select: { product: { select: { familyId: true } } } },
      customer: {
        select: {
          name: true,
          timeZone: true,
          memberships: {
            where: { side: 'customer', deactivatedAt: null },
            select: { id: true, name: true, functions: true },
            orderBy: [{ name: 'asc' }, { id: 'asc' }],
          },
        },
      },
    },
    orderBy: [{ customer: { name: 'asc' } }, { id: 'asc' }],
    take: 1000,
  })
  return accounts.flatMap(({ id, customer, variants, acknowledgementRequests }) => {
    const has = (familyId: string) => variants.some(({ product }) => product.familyId === familyId)
    const mine = lines.filter(
      (line) =>
        (line.accountId === null || line.accountId === id) && (line.familyId === null || has(line.familyId)),
    )
    if (mine.length === 0) return []
    const functions = [...new Set(mine.flatMap((line) => line.functions))]
    const people = customer.memberships.map((each) => ({
      membershipId: each.id,
      name: each.name,
      functions: each.functions.filter((fn) => functions.includes(fn)),
    }))
    const account = { id, name: customer.name, timeZone: customer.timeZone, functions }
    const asked = people.filter((each) => each.functions.length > 0)
    return [{ ...account, people: asked, isAsked: acknowledgementRequests.length > 0 }]
  })
}

/** The functions of a quorum that the people of an account cannot fulfil at present. */
export function gapsOf(account: AskableAccount, quorum: readonly QuorumLine[]): QuorumLine[] {
  return quorum.flatMap((line) => {
    const people = account.people.filter((each) => each.functions.includes(line.function)).length
    return people < line.count ? [{ function: line.function, count: line.count - people }] : []
  })
}
