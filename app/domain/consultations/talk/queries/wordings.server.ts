import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { hasFormulas, renderMarkdown } from '#app/platform/markdown.server.ts'
import { sidesOf } from '../../queries/act.server.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { visibleWithMessage } from '../scope.server.ts'
import { getMessage, type MessagePlace } from './message.server.ts'

const most = 200

/**
 * A message with all that it said before, the present wording first.
 * @throws NotFound
 */
export async function getWordings(actor: Actor, place: MessagePlace, db: Database = prisma) {
  const { body, editedAt, createdAt, ...message } = await getMessage(actor, place, db)
  const former = await db.messageWording.findMany({
    where: { AND: [{ messageId: message.id }, visibleWithMessage(actor)] },
    select: { edit: true, body: true, language: true, writtenAt: true },
    orderBy: { edit: 'desc' },
    take: most,
  })
  const present = { edit: message.edits, body, language: message.language, writtenAt: editedAt ?? createdAt }
  const wordings = await Promise.all(
    [present, ...former].map(async (each) => ({
      ...{ edit: each.edit, language: each.language, writtenAt: each.writtenAt },
      html: await renderMarkdown(each.body),
    })),
  )
  return { id: message.id, lane: message.lane, author: message.author, wordings }
}

/** The same with the thread that it stands in, for its page. */
export async function openWordings(actor: Actor, place: MessagePlace) {
  const known = await getConsultation(actor, place.consultationId)
  const [message, sides] = await Promise.all([getWordings(actor, place), sidesOf(known)])
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    ...{ sides, message },
    hasFormulas: message.wordings.some(({ html }) => hasFormulas(html)),
  }
}
