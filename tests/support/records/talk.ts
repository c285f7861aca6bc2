import { unscopedPrisma } from '#app/platform/database/database.server.ts'

interface Messages {
  shared: string
  internal: string
  private: string
  aurora: string
}

/** A message of each lane that was worded anew and mentions its own author. */
export async function talkRecords(messages: Messages): Promise<void> {
  const database = unscopedPrisma()
  for (const id of Object.values(messages)) {
    const { authorId, consultationId, accountId, lane } = await database.message.update({
      where: { id },
      data: { body: 'in other words', edits: 1, editedAt: new Date() },
    })
    const place = { messageId: id, consultationId, accountId, lane }
    await database.messageMention.create({ data: { ...place, membershipId: authorId } })
  }
}
