import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { now } from '#app/platform/clock.server.ts'
import { participants, withPrevious } from '../audience.server.ts'
import { assigneeAndTeam } from '../clocks/audience.server.ts'
import type { WorkEventType } from './events.ts'

/** Whoever had put it aside until now. */
const whoeverSlept: Audience = async ({ payload: { memberId } }) =>
  typeof memberId === 'string' ? [memberId] : []

/** Whoever has it, and the deputy of who is away; where nobody has it who is still there, those who could take it. */
const assignee: Audience = async (event, database) => {
  const at = now()
  const found = await database.consultation.findUnique({
    relationLoadStrategy: 'join',
    where: { id: event.subjectId },
    select: {
      assignee: {
        select: {
          ...{ id: true, deactivatedAt: true },
          absences: { where: { startsAt: { lte: at }, endsAt: { gt: at } }, select: { deputyId: true } },
        },
      },
    },
  })
  const has = found?.assignee
  if (!has || has.deactivatedAt) return assigneeAndTeam(event, database)
  return [has.id, ...has.absences.flatMap(({ deputyId }) => deputyId ?? [])]
}

export const workAudience = {
  'consultation.takenOver': withPrevious,
  'consultation.assignmentUndone': withPrevious,
  'consultation.handedBack': assigneeAndTeam,
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
