import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleConsultations, visibleMessages } from '../../scope.server.ts'

export interface MessagePlace {
  consultationId: string
  messageId: string
}

/**
 * What a command has to know of a message.
 * @throws NotFound
 */
export async function getMessage(
  actor: Actor,
  { consultationId, messageId }: MessagePlace,
  db: Database = prisma,
) {
  const message = await db.message.findFirst({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        { id: requireId(messageId), consultationId: requireId(consultationId) },
        { ...visibleMessages(actor), consultation: visibleConsultations(actor) },
      ],
    },
    select: {
      ...{ id: true, lane: true, body: true, language: true, authorId: true, edits: true },
      ...{ createdAt: true, editedAt: true },
      author: { select: { id: true, name: true, side: true } },
    },
  })
  if (!message) throw new NotFound()
  return message
}

/** Whether it was accepted, written down or rated: then it is not worded anew any more. */
export async function stands(messageId: string, db: Database = prisma): Promise<boolean> {
  const [found] = await db.$queryRaw<{ stands: boolean }[]>`
    SELECT app_message_stands(${messageId}::uuid) AS stands`
  return found?.stands ?? false
}
