import type { Actor } from '#app/domain/access/actor.ts'
import type { NamedPeople } from '#app/domain/events/named-people.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { membersInAudience } from '../../audience-members.server.ts'
import { visibleAudience } from '../../scope.server.ts'
import type { SeersRefusal } from '../refusal.ts'

/** So many are named in the event; beyond it they are counted. */
const namesTold = 10

/** The members who would see a document of the actor's organization if it were released now. */
export async function listSeers(actor: Actor, documentId: string, db: Database = prisma): Promise<string[]> {
  const audience = await db.documentAudience.findMany({
    where: { AND: [{ documentId }, visibleAudience(actor)] },
    select: { accountId: true, familyId: true, functions: true },
  })
  const members = await db.membership.findMany({
    where: membersInAudience(actor.organizationId, audience),
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return members.map((member) => member.id)
}

export interface SeersChange {
  refusal: SeersRefusal
  gains: NamedPeople
  loses: NamedPeople
}

/**
 * How those who would see a document now differ from those who were confirmed; null when they are the same. Somebody
 * confirmed who has left since is no difference: nobody is kept from anything.
 */
export async function changeOfSeers(
  actor: Actor,
  { documentId, confirmedIds }: { documentId: string; confirmedIds: string[] },
  db: Database = prisma,
): Promise<SeersChange | null> {
  const present = await listSeers(actor, documentId, db)
  const known = new Set(confirmedIds)
  const still = new Set(present)
  const gained = present.filter((id) => !known.has(id))
  const missed = await db.membership.findMany({
    where: { id: { in: confirmedIds.filter((id) => !still.has(id)) }, deactivatedAt: null },
    select: { id: true },
  })
  const lost = missed.map((member) => member.id)
  if (gained.length + lost.length === 0) return null
  return {
    refusal: lost.length === 0 ? 'seenByMore' : gained.length === 0 ? 'seenByFewer' : 'seenByOthers',
    gains: await nameThem(actor, gained, db),
    loses: await nameThem(actor, lost, db),
  }
}

/** Every colleague reads the event: people of an account that only its team may enter are counted, not named. */
async function nameThem(actor: Actor, ids: string[], db: Database): Promise<NamedPeople> {
  const open = { some: { supplierId: actor.organizationId, isRestricted: false } }
  const named = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: { id: { in: ids }, organization: { customerAccounts: open } },
    select: { name: true, organization: { select: { name: true } } },
    orderBy: [{ organization: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
    take: namesTold,
  })
  const people = named.map(({ name, organization }) => ({ name, organization: organization.name }))
  return { people, more: ids.length - people.length }
}
