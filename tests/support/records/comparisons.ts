import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

type Given = [accountId: string, status: 'draft' | 'shared', number: number]

/** A comparison of Halden in an account. */
export async function comparison(world: World, [accountId, status, number]: Given): Promise<string> {
  const { id } = await unscopedPrisma().comparison.create({
    data: {
      accountId,
      organizationId: world.organizations.halden,
      number,
      title: 'Drive',
      currency: 'EUR',
      discountRate: '0.08',
      horizonYears: 5,
      status,
      ownerId: world.people.marcus.membershipId,
    },
  })
  return id
}
