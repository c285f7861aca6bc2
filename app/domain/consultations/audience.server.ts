import { type Audience, nobody, type RecordedEvent } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { lanesOf, messageLanes } from './consultation.ts'
import type { ConsultationEventType } from './events.ts'
import { whoCanTake } from './queries/assignees.server.ts'

/** Asker, assignee and all who wrote where the event can be known: for an event of one side, that side's people. */
export const participants: Audience = async ({ subjectId, side }, database) => {
  const lanes = side ? lanesOf(side) : messageLanes
  const rows = await database.$queryRaw<{ member: string }[]>`
    SELECT DISTINCT people.member
    FROM consultation c
    CROSS JOIN LATERAL (
      VALUES (c.asked_by_id), (c.assignee_id)
      UNION ALL
      SELECT m.author_id FROM message m WHERE m.consultation_id = c.id AND m.lane = ANY (${lanes}::message_lane[])
    ) people (member)
    JOIN membership ON membership.id = people.member
    WHERE c.id = ${subjectId}::uuid AND (${side}::side IS NULL OR membership.side = ${side}::side)`
  return rows.map((row) => row.member)
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

/** They, and the one in whose name it was written down. */
const whoIsAskedAndFor: Audience = async (event, database) => {
  const { askedById } = event.payload
  const asked = await whoIsAsked(event, database)
  return typeof askedById === 'string' ? [...asked, askedById] : asked
}

export async function takers(event: RecordedEvent, database: Database, also: object = {}): Promise<string[]> {
  const members = await database.membership.findMany({
    where: { AND: [whoCanTake(event.accountId ?? ''), also] },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** Who takes part, and who is named as the one who approves. */
const whoDecides: Audience = async (event, database) => {
  const { approverId } = event.payload
  const others = await participants(event, database)
  return typeof approverId === 'string' ? [...others, approverId] : others
}

/** Who hears of what. The one who acted is left out by whoever tells them. */
export const consultationAudience = {
  'consultation.asked': whoIsAsked,
  'consultation.writtenDown': whoIsAskedAndFor,
  'consultation.assigned': participants,
  'consultation.messagePosted': participants,
  'consultation.internalNotePosted': participants,
  'consultation.privateNotePosted': participants,
  'consultation.answered': participants,
  'consultation.accepted': participants,
  'consultation.reopened': participants,
  'consultation.decisionRecorded': whoDecides,
  'consultation.rated': participants,
  'consultation.lapsed': participants,
  'consultation.fileDownloaded': nobody,
} satisfies Record<ConsultationEventType, Audience>
