import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { participants, withPrevious } from '../audience.server.ts'
import { assigneeAndTeam } from '../clocks/audience.server.ts'
import type { WorkEventType } from './events.ts'

/** Whoever had put it aside until now. */
const whoeverSlept: Audience = async ({ payload: { memberId } }) =>
  typeof memberId === 'string' ? [memberId] : []

/** Whoever has it; where nobody has it, those who could take it. */
const assignee: Audience = async (event, database) => {
  const consultation = await database.consultation.findUnique({
    where: { id: event.subjectId },
    select: { assigneeId: true },
  })
  return consultation?.assigneeId ? [consultation.assigneeId] : assigneeAndTeam(event, database)
}

export const workAudience = {
  'consultation.takenOver': withPrevious,
  'consultation.assignmentUndone': withPrevious,
  'consultation.tagged': nobody,
  'consultation.untagged': nobody,
  'consultation.watched': nobody,
  'consultation.unwatched': nobody,
  'consultation.snoozed': nobody,
  'consultation.snoozeEnded': whoeverSlept,
  'consultation.dueSet': participants,
  'consultation.dueTakenBack': participants,
  'consultation.ownDaySoon': assignee,
  'consultation.ownDayMissed': assignee,
  'consultationTag.changed': nobody,
  'consultationTag.merged': nobody,
  'consultationTag.retired': nobody,
} satisfies Record<WorkEventType, Audience>
