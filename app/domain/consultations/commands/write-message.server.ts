import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { recordCitations } from '#app/domain/documents/citations/cite.server.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { type ConsultationStatus, languageOfText, type MessageLane } from '../consultation.ts'
import { findMentioned, recordMentions } from '../talk/mentions.server.ts'
import { type Quoting, recordQuote } from '../talk/quotes.server.ts'

export interface NewMessage extends Quoting {
  lane: MessageLane
  body: string
  fileIds?: string[]
  /** What else it does to a thread in one of these states: pairs of from and to. */
  moves?: readonly (readonly [ConsultationStatus, ConsultationStatus])[]
  isFromMail?: boolean
}

/** What the event of a message says of it. */
export interface WrittenMessage {
  messageId: string
  /** The members whom it names, and who are told of it. */
  mentioned: string[]
}

/**
 * Writes a message with its files into a thread that the actor was found to see. What both sides read moves the thread
 * to the top of the lists. One statement does both: writing is what people wait for most.
 * @throws Invalid when it mentions somebody who does not read that lane, or quotes what it may not
 */
export async function writeMessage(
  tx: Tx,
  actor: Actor,
  thread: { id: string; accountId: string; organizationId: string },
  { lane, body, fileIds = [], moves = [], isFromMail, ...quoting }: NewMessage,
): Promise<WrittenMessage> {
  const id = uuidv7()
  const at = now()
  const { accountId } = thread
  const mentioned = await findMentioned(tx, actor, {
    lane,
    accountId,
    consultationId: thread.id,
    text: body,
    isFromMail,
  })
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE consultation c SET last_activity_at = ${at}::timestamptz, status = coalesce(
        (SELECT m.after FROM unnest(${moves.map(([from]) => from)}::consultation_status[],
                                    ${moves.map(([, to]) => to)}::consultation_status[]) AS m (before, after)
         WHERE m.before = c.status), c.status)
      WHERE id = ${thread.id}::uuid AND ${lane === 'shared'}
    )
    INSERT INTO message (id, consultation_id, account_id, author_id, lane, body, language, created_at)
    VALUES (${id}::uuid, ${thread.id}::uuid, ${accountId}::uuid, ${actor.membershipId}::uuid,
            ${lane}::message_lane, ${body}, ${languageOfText(body, actor.language)}, ${at}::timestamptz)`
  if (fileIds.length > 0) {
    await attachFiles(tx, actor, fileIds)
    const where = { consultationId: thread.id, accountId, lane }
    await tx.messageFile.createMany({
      data: fileIds.map((fileId, position) => ({ ...where, messageId: id, fileId, position })),
    })
  }
  const source = { messageId: id, accountId, lane }
  await recordCitations(tx, actor, source, { organizationId: thread.organizationId, text: body })
  const place = { messageId: id, consultationId: thread.id, accountId, lane }
  await recordQuote(tx, actor, place, quoting)
  return { messageId: id, mentioned: await recordMentions(tx, place, mentioned) }
}
