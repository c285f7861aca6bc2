import type { Actor } from '#app/domain/access/actor.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { languageOfText, type MessageLane } from '../consultation.ts'

interface NewMessage {
  lane: MessageLane
  body: string
  fileIds?: string[]
}

/** Writes a message with its files into a thread that the actor was found to see. Returns its id. */
export async function writeMessage(
  tx: Tx,
  actor: Actor,
  thread: { id: string; accountId: string },
  { lane, body, fileIds = [] }: NewMessage,
): Promise<string> {
  const where = { consultationId: thread.id, accountId: thread.accountId, lane }
  const message = await tx.message.create({
    data: {
      ...where,
      body,
      authorId: actor.membershipId,
      language: languageOfText(body, actor.language),
      createdAt: now(),
    },
    select: { id: true },
  })
  if (fileIds.length > 0) {
    await attachFiles(tx, actor, fileIds)
    await tx.messageFile.createMany({
      data: fileIds.map((fileId, position) => ({ ...where, messageId: message.id, fileId, position })),
    })
  }
  return message.id
}
