import { hashToken } from '#app/domain/auth/token.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from '../world.ts'

export interface GuestRecords {
  /** Rui, of another customer, is a guest in Lumen's consultation: as such, and not as the member that it is. */
  guest: { id: string; consultation: string; membership: string; token: string }
  /** Once more, under another address and invited by the supplier: it owns a part there. */
  contributor: { seat: string; part: string }
}

export async function guestRecords(world: World, consultationId: string): Promise<GuestRecords> {
  const guest = await seat(world, consultationId, { email: 'rui@aurora.example', by: 'lin' })
  const contributor = await seat(world, consultationId, { email: 'rui@tavares.example', by: 'ingrid' })
  const { id: part } = await unscopedPrisma().consultationPart.create({
    data: {
      ...{ consultationId, accountId: world.accounts.lumen, position: 9, question: 'Which pallet?' },
      ...{ function: 'logistics', guestId: contributor.id, dueOn: new Date('2030-01-02') },
      ...{ askedById: world.people.ingrid.membershipId, askedAt: new Date() },
    },
  })
  return { guest: { ...guest, consultation: consultationId }, contributor: { seat: contributor.id, part } }
}

async function seat(
  world: World,
  consultationId: string,
  { email, by }: { email: string; by: Extract<PersonName, 'lin' | 'ingrid'> },
) {
  const database = unscopedPrisma()
  const { rui } = world.people
  const names = { name: 'Rui Tavares', organizationName: 'Tavares Freight' }
  const organization = await database.organization.create({
    data: { name: names.organizationName, language: 'pt', timeZone: 'Europe/Lisbon' },
  })
  const { side, membershipId: invitedById } = world.people[by]
  const membership = await database.membership.create({
    data: {
      ...{ userId: rui.userId, organizationId: organization.id, side: 'customer', name: rui.name },
      isGuest: true,
    },
  })
  const token = crypto.randomUUID()
  const endsAt = new Date(Date.now() + 30 * 86_400_000)
  const { id } = await database.consultationGuest.create({
    data: {
      ...{ ...names, consultationId, accountId: world.accounts.lumen, side, membershipId: membership.id },
      ...{ email, language: 'pt', grade: 'write', endsOn: endsAt, endsAt, timeZone: 'UTC' },
      ...{ tokenHash: hashToken(token), invitedById, acceptedAt: new Date() },
    },
  })
  return { id, membership: membership.id, token }
}
