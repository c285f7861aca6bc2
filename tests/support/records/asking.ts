import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

export interface AskingRecords {
  endedQuestions: { lumen: string }
}

/** A question of Lumen's that an accepted answer ended before it was sent. */
export async function askingRecords(world: World, consultationId: string): Promise<AskingRecords> {
  const database = unscopedPrisma()
  const { id: ended } = await database.endedQuestion.create({
    data: {
      ...{ accountId: world.accounts.lumen, organizationId: world.organizations.halden, consultationId },
      ...{ askedById: world.people.lin.membershipId, function: 'engineering' },
      formKey: crypto.randomUUID(),
    },
  })
  return { endedQuestions: { lumen: ended } }
}
