import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'

export interface HistoryEntry {
  id: string
  type: string
  actorId: string | null
  actorName: string
  payload: Record<string, unknown>
  occurredAt: Date
}

/** What a member puts aside is known to this member alone. */
const personal = ['consultation.snoozed', 'consultation.snoozeEnded']

/** What happened to it apart from messages and notes, the latest first. */
export async function listHistory(
  actor: Actor,
  consultationId: string,
  db: Database = prisma,
): Promise<HistoryEntry[]> {
  const others = [
    ...['messagePosted', 'internalNotePosted', 'privateNotePosted', 'fileDownloaded'],
    ...['messageEdited', 'reacted', 'reactionTakenBack', 'guestWrote', 'guestDownloaded', 'guestEndsSoon'],
    ...['checklistTicked', 'checklistAssigned', 'checklistChanged'],
    ...['partChanged', 'partTakenBack', 'partReturned', 'partsAssembled', 'partsObjected'],
    'partFileDownloaded',
  ]
  const events = await db.event.findMany({
    where: {
      subjectId: consultationId,
      type: { notIn: others.map((name) => `consultation.${name}`) },
      AND: [
        { OR: [{ side: null }, { side: actor.side }] },
        { OR: [{ type: { notIn: personal } }, { actorId: actor.membershipId }] },
      ],
    },
    select: { id: true, type: true, actorId: true, actorName: true, payload: true, occurredAt: true },
    orderBy: { id: 'desc' },
    take: 30,
  })
  return events.map((event) => ({ ...event, payload: event.payload as Record<string, unknown> }))
}
