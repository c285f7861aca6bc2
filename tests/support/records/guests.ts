import { hashToken } from '#app/domain/auth/token.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

export interface GuestRecords {
  /** Rui, of another customer, is a guest in Lumen's consultation: as such, and not as the member that it is. */
  guest: { id: string; consultation: string; membership: string; token: string }
}

export async function guestRecords(world: World, consultationId: string): Promise<GuestRecords> {
  const database = unscopedPrisma()
  const { rui, lin } = world.people
  const names = { name: 'Rui Tavares', organizationName: 'Tavares Freight' }
  const organization = await database.organization.create({
    data: { name: names.organizationName, language: 'pt', timeZone: 'Europe/Lisbon' },
  })
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
      ...{
        ...names,
        consultationId,
        accountId: world.accounts.lumen,
        side: 'customer',
        membershipId: membership.id,
      },
      ...{ email: 'rui@aurora.example', language: 'pt', grade: 'write', endsOn: endsAt, endsAt },
      ...{
        timeZone: 'UTC',
        tokenHash: hashToken(token),
        invitedById: lin.membershipId,
        acceptedAt: new Date(),
      },
    },
  })
  return { guest: { id, consultation: consultationId, membership: membership.id, token } }
}
