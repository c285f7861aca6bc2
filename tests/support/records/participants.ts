import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

export interface ParticipantRecords {
  /** Aurora's, in which Quinn, who does not enter the account, was named to read, and Sofia to decide. */
  lent: { consultation: string; other: string; shared: string; internal: string; private: string }
}

/** A consultation of a restricted account with a lent colleague, and another one of that account. */
export async function participantRecords(
  world: World,
  numbers: [number, number],
): Promise<ParticipantRecords> {
  const database = unscopedPrisma()
  const { quinn, marcus, dev, rui, sofia } = world.people
  const accountId = world.accounts.aurora
  const consultation = async (number: number) => {
    const { id } = await database.consultation.create({
      data: {
        ...{ accountId, organizationId: world.organizations.halden, number, subject: 'Seal' },
        ...{ function: 'engineering', language: 'en', askedById: rui.membershipId },
      },
    })
    return id
  }
  const consultationId = await consultation(numbers[0])
  const message = async (lane: 'shared' | 'internal' | 'private', authorId: string) =>
    (
      await database.message.create({
        data: { ...{ consultationId, accountId, lane, authorId }, body: 'Seal leaks', language: 'en' },
      })
    ).id
  await database.consultationParticipant.createMany({
    data: [
      {
        ...{ consultationId, accountId, membershipId: quinn.membershipId, side: 'supplier' as const },
        ...{ grade: 'read' as const, addedById: marcus.membershipId },
      },
      {
        ...{ consultationId, accountId, membershipId: sofia.membershipId, side: 'customer' as const },
        ...{ grade: 'decide' as const, addedById: rui.membershipId },
      },
    ],
  })
  return {
    lent: {
      consultation: consultationId,
      other: await consultation(numbers[1]),
      shared: await message('shared', rui.membershipId),
      internal: await message('internal', dev.membershipId),
      private: await message('private', rui.membershipId),
    },
  }
}
