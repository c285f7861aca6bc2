import { createHash } from 'node:crypto'
import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type AudienceLine, membersInAudience } from '../../audience-members.server.ts'
import { listNotified } from '../../reading/queries/moments.server.ts'
import { visibleReadings } from '../../scope.server.ts'

/** So many organizations are shown, and so many people are named; beyond it they are counted. */
const organizationsShown = 30
const namesShown = 2_000

export interface ReachGroup {
  organizationId: string
  name: string
  count: number
  parts: { functions: MemberFunction[]; count: number; names: string[] }[]
}

export interface Reach {
  count: number
  groups: ReachGroup[]
  /** Organizations beyond those that are shown, and the people there. */
  more: { organizations: number; count: number }
}

interface Subject {
  id: string
  organizationId: string
  audience: AudienceLine[]
  versions: { id: string; version: number; status: string }[]
}

/**
 * Before a release: who will see it, and who will not although they were told of the version in force or have read the
 * document; of accounts that the actor may enter.
 */
export async function previewReach(actor: Actor, document: Subject, db: Database = prisma) {
  const audience = membersInAudience(document.organizationId, document.audience, visibleAccounts(actor))
  const inForce = document.versions.find((each) => each.status === 'released')
  const [sees, loses] = await Promise.all([
    groupMembers(audience, db),
    inForce ? listLosers(actor, { id: document.id, version: inForce.version, audience }, db) : nobody,
  ])
  return { sees, loses, inForce: inForce?.version ?? null, key: keyOf([sees, loses]) }
}

/** Says that somebody saw just these people. */
function keyOf(shown: Reach[]): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex')
}

export type ReachPreview = Awaited<ReturnType<typeof previewReach>>

const nobody: Reach = { count: 0, groups: [], more: { organizations: 0, count: 0 } }

interface KnownBefore {
  id: string
  version: number
  audience: Prisma.MembershipWhereInput
}

/** Knew of it, is still there, and is not in the audience any more. */
async function listLosers(
  actor: Actor,
  { id, version, audience }: KnownBefore,
  db: Database,
): Promise<Reach> {
  const told = [...(await listNotified(id, version, db)).keys()]
  const knew = [
    { id: { in: told } },
    { readings: { some: { AND: [{ documentId: id }, visibleReadings(actor)] } } },
  ]
  const organization = { customerAccounts: { some: visibleAccounts(actor) } }
  return groupMembers({ side: 'customer', deactivatedAt: null, organization, OR: knew, NOT: audience }, db)
}

/** Counts everybody, and names them by organization and function. At most three statements. */
async function groupMembers(where: Prisma.MembershipWhereInput, db: Database): Promise<Reach> {
  const counted = await db.membership.groupBy({
    by: ['organizationId', 'functions'],
    where,
    _count: { _all: true },
  })
  if (counted.length === 0) return nobody
  const organizations = await db.organization.findMany({
    where: { id: { in: [...new Set(counted.map((each) => each.organizationId))] } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const shown = organizations.slice(0, organizationsShown)
  const members = await db.membership.findMany({
    where: { AND: [where, { organizationId: { in: shown.map((each) => each.id) } }] },
    select: { organizationId: true, functions: true, name: true },
    orderBy: [{ organizationId: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: namesShown,
  })
  const partOf = (each: { organizationId: string; functions: string[] }) =>
    `${each.organizationId} ${[...each.functions].sort().join()}`
  const parts = new Map<string, ReachGroup['parts'][number] & { organizationId: string }>()
  for (const { organizationId, functions, _count } of counted) {
    const key = partOf({ organizationId, functions })
    const part = parts.get(key) ?? { organizationId, functions, count: 0, names: [] }
    part.count += _count._all
    parts.set(key, part)
  }
  for (const member of members) {
    const part = parts.get(partOf(member))
    part?.names.push(member.name)
  }
  const groups = organizations.map(({ id, name }): ReachGroup => {
    const own = [...parts.values()].filter((part) => part.organizationId === id)
    own.sort((a, b) => b.count - a.count || a.functions.join().localeCompare(b.functions.join()))
    const count = own.reduce((sum, part) => sum + part.count, 0)
    return { organizationId: id, name, count, parts: own.map(({ organizationId: _, ...part }) => part) }
  })
  const rest = groups.slice(organizationsShown)
  const total = (some: ReachGroup[]) => some.reduce((sum, group) => sum + group.count, 0)
  return {
    count: total(groups),
    groups: groups.slice(0, organizationsShown),
    more: { organizations: rest.length, count: total(rest) },
  }
}
