import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { acknowledgementEvents } from '../acknowledgements/events.ts'

/** Stands on the page of the acknowledgement. */
const ofOneAccount = Object.keys(acknowledgementEvents.definitions)

/** What happens often and says little, or has a page of its own: reading, remarks, authors, translations, the review. */
const untold = [
  'opened',
  'downloaded',
  'edited',
  'commented',
  'commentResolved',
  'authorAdded',
  'authorRemoved',
  'translated',
  'translationReleased',
  'reviewOpened',
  'reviewDecided',
  'noticeWritten',
  'parametersChanged',
  'checklistChanged',
  'reviewReminded',
].map((name) => `document.${name}`)

export interface HistoryEntry {
  id: string
  type: string
  actorName: string
  occurredAt: Date
  payload: Record<string, unknown>
}

/** What was done with a document that the actor was found to see, the latest first; reading stands in the evidence. */
export async function listHistory(
  actor: Actor,
  document: { id: string; organizationId: string },
  db: Database = prisma,
): Promise<HistoryEntry[]> {
  const events = await db.event.findMany({
    where: {
      subjectId: document.id,
      organizationId: document.organizationId,
      type: { notIn: [...untold, ...ofOneAccount] },
      OR: [{ side: null }, { side: actor.side }],
    },
    select: { id: true, type: true, actorName: true, occurredAt: true, payload: true },
    orderBy: { id: 'desc' },
    take: 30,
  })
  return events.map((event) => ({ ...event, payload: event.payload as Record<string, unknown> }))
}
