import type { Side } from '#app/domain/access/actor.ts'
import { type Audience, nobody, type RecordedEvent } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { lanesOf } from './consultation.ts'
import type { ConsultationEventType } from './events.ts'
import { whoCanTake } from './queries/assignees.server.ts'

/** Asker, assignee and all who wrote where the event can be known: for an event of one side, that side's people. */
const participants: Audience = async (event, database) => {
  const consultation = await database.consultation.findUnique({
    where: { id: event.subjectId },
    select: { askedById: true, assigneeId: true },
  })
  const writers = await database.message.findMany({
    where: { consultationId: event.subjectId, ...(event.side ? { lane: { in: lanesOf(event.side) } } : {}) },
    distinct: ['authorId'],
    select: { authorId: true },
  })
  const people = [consultation?.askedById, consultation?.assigneeId, ...writers.map((each) => each.authorId)]
  const known = [...new Set(people.filter((id) => id != null))]
  return event.side ? ofSide(known, event.side, database) : known
}

async function ofSide(ids: string[], side: Side, database: Database): Promise<string[]> {
  const members = await database.membership.findMany({
    where: { id: { in: ids }, side },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** Whoever the matrix named; else the account's team; else every active member of the supplier. */
const whoIsAsked: Audience = async (event, database) => {
  const { assigneeId } = event.payload
  if (typeof assigneeId === 'string') return [assigneeId]
  const accountId = event.accountId ?? ''
  const onTeam = { teams: { some: { accountId } } }
  const team = await takers(event, database, onTeam)
  return team.length > 0 ? team : takers(event, database)
}

async function takers(event: RecordedEvent, database: Database, also: object = {}): Promise<string[]> {
  const members = await database.membership.findMany({
    where: { AND: [whoCanTake(event.accountId ?? ''), also] },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** Who hears of what. The one who acted is left out by whoever tells them. */
export const consultationAudience = {
  'consultation.asked': whoIsAsked,
  'consultation.assigned': participants,
  'consultation.messagePosted': participants,
  'consultation.internalNotePosted': participants,
  'consultation.privateNotePosted': participants,
  'consultation.answered': participants,
  'consultation.accepted': participants,
  'consultation.reopened': participants,
  'consultation.fileDownloaded': nobody,
} satisfies Record<ConsultationEventType, Audience>
