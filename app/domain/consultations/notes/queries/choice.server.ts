import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { visibleMessages } from '../../scope.server.ts'
import { mostMessages } from '../forms.ts'
import { notePolicy } from '../policy.ts'
import { visibleNoteSources } from '../scope.server.ts'

/** A consultation of which the actor may begin a note. For a customer there is no such thing. */
export async function getForNote(
  actor: Actor,
  id: string,
  db: Database = prisma,
): Promise<KnownConsultation> {
  const known = await getConsultation(actor, id, db)
  if (actor.side === 'customer') throw new NotFound()
  authorize(notePolicy.begin(actor, known))
  return known
}

/** What may become text of a note: what both sides read and the notes of the own house, also of what was merged into it. */
export function messagesForNote(actor: Actor, known: KnownConsultation, db: Database = prisma) {
  const ids = [known.id, ...known.mergedHere.map(({ consultationId }) => consultationId)]
  return db.message.findMany({
    where: { AND: [{ consultationId: { in: ids } }, visibleMessages(actor)] },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, lane: true, body: true, language: true, createdAt: true },
      author: { select: { name: true, side: true } },
    },
  })
}

/**
 * The page on which a note is begun.
 * @throws NotFound, Forbidden
 */
export async function getNoteChoice(actor: Actor, id: string, db: Database = prisma) {
  const known = await getForNote(actor, id, db)
  const [messages, notes] = await Promise.all([
    messagesForNote(actor, known, db),
    db.noteSource.findMany({
      where: { AND: [{ consultationId: known.id }, visibleNoteSources(actor)] },
      orderBy: { documentId: 'asc' },
      select: { document: { select: { id: true, kind: true, number: true, title: true } } },
    }),
  ])
  return {
    consultation: { id: known.id, ...namedConsultation(known) },
    isRestricted: known.account.isRestricted,
    product: known.product,
    messages: messages.slice(-mostMessages),
    chosen: [known.acceptedMessageId ?? known.answerMessageId].filter((each) => each !== null),
    notes: notes.map(({ document: { id, kind, number, title } }) => ({
      ...{ id, title },
      number: documentNumber(kind, number),
    })),
  }
}
export type NoteChoice = Awaited<ReturnType<typeof getNoteChoice>>

/** Of which consultation a document came, for whoever sees that one. */
export async function findNoteOrigin(actor: Actor, documentId: string, db: Database = prisma) {
  if (actor.side === 'customer') return null
  const found = await db.noteSource.findFirst({
    where: { AND: [{ documentId }, visibleNoteSources(actor)] },
    select: { consultation: { select: { id: true, number: true, subject: true } } },
  })
  return found && { id: found.consultation.id, ...namedConsultation(found.consultation) }
}
