import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from '../world.ts'

type Messages = Record<'shared' | 'internal' | 'private' | 'aurora', string>

/** Who says of which message that it helped. */
const readers: Record<keyof Messages, PersonName> = {
  shared: 'ingrid',
  internal: 'dev',
  private: 'lin',
  aurora: 'sofia',
}

/** A message of each lane that was worded anew, mentions its own author, helped somebody, and quotes. */
export async function talkRecords(world: World, messages: Messages): Promise<Messages> {
  const database = unscopedPrisma()
  for (const [name, id] of Object.entries(messages) as [keyof Messages, string][]) {
    const { authorId, consultationId, accountId, lane } = await database.message.update({
      where: { id },
      data: { body: 'in other words', edits: 1, editedAt: new Date() },
    })
    const place = { messageId: id, consultationId, accountId, lane }
    await database.messageMention.create({ data: { ...place, membershipId: authorId } })
    const { membershipId } = world.people[readers[name]]
    await database.messageReaction.create({ data: { ...place, membershipId, kind: 'helpful' } })
    await database.messageQuote.create({ data: { ...place, quotedId: id, text: 'words' } })
  }
  return messages
}
