import type { Database } from '#app/platform/database/database.server.ts'
import type { KnownConsultation } from '../../queries/consultation.server.ts'
import { whoReads } from '../../talk/queries/readers.server.ts'
import { whoContributes } from './part.server.ts'

/** Somebody of the supplier who reads the consultation, or a guest, who has an organization of its own. */
export interface PossibleOwner {
  id: string
  name: string
  organizationName: string | null
}

/** Who may own a part: members by name, then guests. */
export async function listOwners(known: KnownConsultation, db: Database): Promise<PossibleOwner[]> {
  const members = await db.membership.findMany({
    where: whoReads(known.accountId, 'internal', known.id),
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const guests = await db.consultationGuest.findMany({
    where: whoContributes(known.id),
    select: { id: true, name: true, organizationName: true },
    orderBy: { id: 'asc' },
  })
  return [...members.map((member) => ({ ...member, organizationName: null })), ...guests]
}

interface Owned {
  ownerId: string | null
  guestId: string | null
  owner: { name: string } | null
  guest: { name: string } | null
}

/** Who has a part at present; that somebody left it, who then; with nobody it is its function's. */
export function holdingOf({ ownerId, guestId, owner, guest }: Owned, people: readonly PossibleOwner[]) {
  const held = ownerId ?? guestId
  const holder = people.find(({ id }) => id === held) ?? null
  return {
    ...{ ownerId: holder && ownerId, guestId: holder && guestId, holder },
    leftBy: held && !holder ? ((owner ?? guest)?.name ?? '') : null,
  }
}
