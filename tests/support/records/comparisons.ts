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

export interface ClaimRecords {
  /** What is said of the one option of a comparison, which is a competitor's product. */
  claims: Record<'draft' | 'shared' | 'aurora', string>
}

export async function claimRecords(
  world: World,
  comparisons: Record<keyof ClaimRecords['claims'], string>,
): Promise<ClaimRecords> {
  const database = unscopedPrisma()
  const { lumen, aurora } = world.accounts
  const claim = async (comparisonId: string, accountId: string) => {
    const option = await database.comparisonOption.create({
      data: {
        ...{ comparisonId, accountId, position: 0, name: 'Norvik N7' },
        ...{ isBaseline: true, isCompetitor: true },
      },
    })
    const { id } = await database.comparisonClaim.create({
      data: {
        ...{
          comparisonId,
          accountId,
          optionId: option.id,
          statement: 'Takes 3.1 kW',
          source: 'Data sheet 7',
        },
        ...{ sourceDate: new Date('2026-01-05'), conditions: '25 °C', expiresOn: new Date('2030-01-05') },
        ...{ coversAll: true, writtenById: world.people.marcus.membershipId, writtenAt: new Date() },
      },
    })
    return id
  }
  return {
    claims: {
      draft: await claim(comparisons.draft, lumen),
      shared: await claim(comparisons.shared, lumen),
      aurora: await claim(comparisons.aurora, aurora),
    },
  }
}
