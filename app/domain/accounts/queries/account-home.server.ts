import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import {
  type CoverageAxes,
  type CoverageEntry,
  canCover,
  counterpartOf,
  coverageFunctions,
  gaps,
  resolveCoverage,
} from '../coverage.ts'
import { visibleAccounts } from '../scope.server.ts'
import { type AccountMember, listMembersWhoEnter } from './members-of-account.server.ts'

export interface NamedPlace {
  id: string
  name: string
}

/** An account with everything that its matrix is made of. */
export interface AccountMap {
  id: string
  number: number
  supplierId: string
  customerId: string
  supplier: { id: string; name: string }
  customer: { id: string; name: string }
  isRestricted: boolean
  createdAt: Date
  closedAt: Date | null
  sites: (NamedPlace & { address: string; countryCode: string; timeZone: string })[]
  families: NamedPlace[]
  members: AccountMember[]
  lines: CoverageEntry[]
}

/**
 * The account, its sites, the supplier's families, the members of both sides and the lines of the matrix, in two
 * statements.
 * @throws NotFound
 */
export async function getAccountMap(actor: Actor, id: string, db: Database = prisma): Promise<AccountMap> {
  const found = await db.account.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleAccounts(actor)] },
    select: {
      ...{ id: true, number: true, supplierId: true, customerId: true },
      ...{ isRestricted: true, createdAt: true, closedAt: true },
      supplier: {
        select: {
          ...{ id: true, name: true },
          families: { select: { id: true, name: true }, orderBy: { code: 'asc' } },
        },
      },
      customer: { select: { id: true, name: true } },
      sites: {
        select: { id: true, name: true, address: true, countryCode: true, timeZone: true },
        orderBy: { name: 'asc' },
      },
      coverages: {
        select: { id: true, side: true, function: true, siteId: true, familyId: true, membershipId: true },
        orderBy: { id: 'asc' },
      },
    },
  })
  if (!found) throw new NotFound()
  const { coverages, supplier, ...account } = found
  const { families, ...supplierNames } = supplier
  const members = await listMembersWhoEnter(account, db)
  const entering = new Map(members.map((member) => [member.membershipId, member]))
  const lines = coverages.map((line) => ({ ...line, isActive: isActive(line, entering) }))
  return { ...account, supplier: supplierNames, families, members, lines }
}

function isActive(
  line: { membershipId: string; side: Side; function: MemberFunction },
  entering: Map<string, AccountMember>,
) {
  const member = entering.get(line.membershipId)
  return member !== undefined && member.side === line.side && canCover(member, line.function)
}

export function axesOf({ sites, families }: Pick<AccountMap, 'sites' | 'families'>): CoverageAxes {
  return { siteIds: sites.map(({ id }) => id), familyIds: families.map(({ id }) => id) }
}

export interface CounterpartLine {
  function: MemberFunction
  name: string
  membershipId: string
  /** The narrowest thing that ties them together; null for everything. */
  site: string | null
  family: string | null
}

/** The actor's own counterparts on the account, by name. */
export function counterpartsOf(actor: Actor, map: AccountMap): CounterpartLine[] {
  const nameIn = (places: NamedPlace[], id: string | null) =>
    places.find((place) => place.id === id)?.name ?? null
  return counterpartOf(map.lines, actor, axesOf(map)).map(
    ({ function: fn, membershipId, siteId, familyId }) => ({
      ...{
        function: fn,
        membershipId,
        site: nameIn(map.sites, siteId),
        family: nameIn(map.families, familyId),
      },
      name: map.members.find((member) => member.membershipId === membershipId)?.name ?? '',
    }),
  )
}

/** Who stands opposite whom without a site or family being said: one row per function. */
export function pairsOf(map: AccountMap) {
  const nameOf = (side: Side, fn: MemberFunction) => {
    const answer = resolveCoverage(map.lines, { side, function: fn })
    return map.members.find((member) => member.membershipId === answer?.membershipId)?.name ?? null
  }
  return coverageFunctions.map((fn) => ({
    function: fn,
    supplier: nameOf('supplier', fn),
    customer: nameOf('customer', fn),
  }))
}

export const countGaps = (map: AccountMap): number => gaps(map.lines, axesOf(map)).length

/** Who matters on the account: the customer's people, and of the supplier's the team and whoever covers something. */
export function peopleOf({ members, lines }: AccountMap): AccountMember[] {
  const covering = new Set(lines.filter(({ isActive }) => isActive).map(({ membershipId }) => membershipId))
  return members.filter(
    (member) => member.side === 'customer' || member.isOnTeam || covering.has(member.membershipId),
  )
}
