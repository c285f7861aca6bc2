import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { recordCitations } from '#app/domain/documents/citations/cite.server.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { languageOfText, type MessageLane } from '../consultation.ts'

interface NewMessage {
  lane: MessageLane
  body: string
  fileIds?: string[]
}

/**
 * Writes a message with its files into a thread that the actor was found to see, and returns its id. What both sides
 * read moves the thread to the top of the lists. One statement does both: writing is what people wait for most.
 */
export async function writeMessage(
  tx: Tx,
  actor: Actor,
  thread: { id: string; accountId: string; organizationId: string },
  { lane, body, fileIds = [] }: NewMessage,
): Promise<string> {
  const id = uuidv7()
  const at = now()
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE consultation SET last_activity_at = ${at}::timestamptz
      WHERE id = ${thread.id}::uuid AND ${lane === 'shared'}
    )
    INSERT INTO message (id, consultation_id, account_id, author_id, lane, body, language, created_at)
    VALUES (${id}::uuid, ${thread.id}::uuid, ${thread.accountId}::uuid, ${actor.membershipId}::uuid,
            ${lane}::message_lane, ${body}, ${languageOfText(body, actor.language)}, ${at}::timestamptz)`
  if (fileIds.length > 0) {
    await attachFiles(tx, actor, fileIds)
    const where = { consultationId: thread.id, accountId: thread.accountId, lane }
    await tx.messageFile.createMany({
      data: fileIds.map((fileId, position) => ({ ...where, messageId: id, fileId, position })),
    })
  }
  const source = { messageId: id, accountId: thread.accountId, lane }
  await recordCitations(tx, actor, source, { organizationId: thread.organizationId, text: body })
  return id
}
