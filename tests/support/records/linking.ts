import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

export interface LinkingRecords {
  /** Lumen's, related to another one of Lumen's. */
  related: { lumen: string }
  /** Lumen's, related to one of Aurora's. */
  acrossAccounts: string
  /** Lumen's, that goes on in another one. */
  merged: string
}

/** Consultations that have to do with others, within an account and across, and one that was merged. */
export async function linkingRecords(
  world: World,
  [lumens, auroras]: [string, string],
  numbers: [number, number, number],
): Promise<LinkingRecords> {
  const database = unscopedPrisma()
  const { lumen, aurora } = world.accounts
  const { marcus, lin } = world.people
  const consultation = async (number: number, isMerged = false) => {
    const { id } = await database.consultation.create({
      data: {
        ...{ accountId: lumen, organizationId: world.organizations.halden, number, subject: 'Fan' },
        ...{ function: 'engineering', language: 'en', askedById: lin.membershipId },
        status: isMerged ? 'merged' : 'new',
      },
    })
    return id
  }
  const relate = (consultationId: string, otherId: string, otherAccountId: string) =>
    database.consultationRelation.create({
      data: {
        ...{ consultationId, accountId: lumen, otherId, otherAccountId },
        relatedById: marcus.membershipId,
      },
    })
  const [related, across, merged] = [
    await consultation(numbers[0]),
    await consultation(numbers[1]),
    await consultation(numbers[2], true),
  ]
  await relate(related, lumens, lumen)
  await relate(across, auroras, aurora)
  await database.consultationMerge.create({
    data: {
      ...{ consultationId: merged, intoId: related, accountId: lumen, askedById: lin.membershipId },
      ...{ statusBefore: 'new', mergedById: marcus.membershipId, mergedAt: new Date() },
    },
  })
  return { related: { lumen: related }, acrossAccounts: across, merged }
}
