import type { Side } from '#app/domain/access/actor.ts'
import { type Audience, nobody, type RecordedEvent } from '#app/domain/events/audience.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { lanesOf, type MessageLane, messageLanes } from './consultation.ts'
import type { ConsultationEventType } from './events.ts'
import { whoCanTake } from './queries/assignees.server.ts'

/**
 * Asker, assignee, whom their sides named, all who wrote where the event can be known, those who have the same and those who
 * watch: for an event of one side, that side's people. While the assignee is away, the deputy as well. Those of what was merged into it are among them.
 */
export const participants: Audience = async ({ subjectId, side }, database) => {
  const taking = await whoTakesPart(database, [subjectId], {
    side,
    lanes: side ? lanesOf(side) : messageLanes,
  })
  return [...new Set(taking.map(({ member }) => member))]
}

interface Of {
  side: Side | null
  /** Whoever wrote in these takes part. */
  lanes: readonly MessageLane[]
}

/** The same of several consultations. */
export async function whoTakesPart(database: Database, ids: readonly string[], { side, lanes }: Of) {
  const at = now()
  return database.$queryRaw<{ id: string; member: string }[]>`
    SELECT DISTINCT wanted.goes_on AS id, people.member
    FROM (
      SELECT id, id FROM unnest(${ids}::uuid[]) AS given (id) UNION ALL
      SELECT g.consultation_id, g.into_id FROM consultation_merge g WHERE g.into_id = ANY (${ids}::uuid[])
    ) wanted (id, goes_on)
    JOIN consultation c ON c.id = wanted.id
    CROSS JOIN LATERAL (
      VALUES (c.asked_by_id), (c.assignee_id)
      UNION ALL
      SELECT m.author_id FROM message m WHERE m.consultation_id = c.id AND m.lane = ANY (${lanes}::message_lane[])
      UNION ALL
      SELECT a.deputy_id FROM absence a WHERE a.membership_id = c.assignee_id AND a.starts_at <= ${at} AND ${at} < a.ends_at
      UNION ALL
      SELECT r.membership_id FROM message_reaction r
      WHERE r.consultation_id = c.id AND r.kind = 'same_here' AND r.lane = ANY (${lanes}::message_lane[])
      UNION ALL
      SELECT w.membership_id FROM consultation_watcher w WHERE w.consultation_id = c.id
      UNION ALL
      SELECT p.membership_id FROM consultation_participant p WHERE p.consultation_id = c.id
    ) people (member)
    JOIN membership ON membership.id = people.member
    WHERE ${side}::side IS NULL OR membership.side = ${side}::side`
}

/** Whoever the matrix named; else the account's team; else every active member of the supplier. */
const whoIsAsked: Audience = async (event, database) => {
  const { assigneeId } = event.payload
  if (typeof assigneeId === 'string') return [assigneeId]
  const accountId = event.accountId ?? ''
  const onTeam = { teams: { some: { accountId } } }
  const team = await takers(event, database, { ...onTeam, ...isThere() })
  if (team.length > 0) return team
  const others = await takers(event, database, isThere())
  // Better somebody who is away than nobody.
  return others.length > 0 ? others : takers(event, database)
}

const isThere = () => ({ absences: { none: { startsAt: { lte: now() }, endsAt: { gt: now() } } } })

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

/** Who takes part, and who had it before. */
export const withPrevious: Audience = async (event, database) => {
  const { previousId } = event.payload
  const others = await participants(event, database)
  return typeof previousId === 'string' ? [...others, previousId] : others
}

/** Whom the message of an event names. Whether they may still read it is asked when they are told. */
export const whoIsMentioned: Audience = async ({ payload: { mentioned } }) =>
  Array.isArray(mentioned) ? mentioned.filter((each) => typeof each === 'string') : []

/** Whoever accepts by mail sees no page: the bell and the mail confirm it. */
const whoHearsOfAcceptance: Audience = Object.assign(
  async (event: RecordedEvent, database: Database) => {
    const others = await participants(event, database)
    const { actorId, payload } = event
    if (!actorId || !payload.isFromMail) return others.filter((each) => each !== actorId)
    return [...others, actorId]
  },
  { tellsActor: true },
)

/** The same person is told once, whether named or there anyway. */
export const withMentioned =
  (hears: Audience): Audience =>
  async (event, database) => [...(await hears(event, database)), ...(await whoIsMentioned(event, database))]

/** Who hears of what. The one who acted is left out by whoever tells them. */
export const consultationAudience = {
  'consultation.asked': withMentioned(whoIsAsked),
  'consultation.writtenDown': withMentioned(whoIsAskedAndFor),
  'consultation.assigned': withPrevious,
  'consultation.messagePosted': withMentioned(participants),
  'consultation.internalNotePosted': withMentioned(participants),
  'consultation.privateNotePosted': withMentioned(participants),
  'consultation.answered': withMentioned(participants),
  'consultation.accepted': whoHearsOfAcceptance,
  'consultation.reopened': withMentioned(participants),
  'consultation.closed': withMentioned(participants),
  'consultation.closingUndone': participants,
  'consultation.decisionRecorded': whoDecides,
  'consultation.rated': participants,
  'consultation.lapsed': participants,
  'consultation.fileDownloaded': nobody,
} satisfies Record<ConsultationEventType, Audience>
