import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { participants, takers, withMentioned } from '../audience.server.ts'
import type { ClockEventType } from './events.ts'

/**
 * Whoever has it, and the account's team of the function that was asked, or all of the team where none of it has that. What
 * nobody has and no team serves is everybody's who could take it.
 */
export const assigneeAndTeam: Audience = async (event, database) => {
  const consultation = await database.consultation.findUnique({
    where: { id: event.subjectId },
    select: {
      assigneeId: true,
      function: true,
      account: {
        select: {
          team: {
            where: { membership: { deactivatedAt: null } },
            select: { membershipId: true, membership: { select: { functions: true } } },
          },
        },
      },
    },
  })
  if (!consultation) return []
  const { assigneeId, account } = consultation
  const asked = account.team.filter(({ membership }) => membership.functions.includes(consultation.function))
  const team = (asked.length > 0 ? asked : account.team).map(({ membershipId }) => membershipId)
  if (assigneeId) return [assigneeId, ...team]
  return team.length > 0 ? team : takers(event, database)
}

export const clockAudience = {
  'consultation.urgencyChanged': participants,
  'consultation.waitingForCustomer': withMentioned(participants),
  'consultation.pauseAgreed': withMentioned(participants),
  'consultation.clocksResumed': participants,
  'consultation.dueSoon': assigneeAndTeam,
  'consultation.overdue': assigneeAndTeam,
  'serviceCalendar.changed': nobody,
  'serviceLevel.changed': nobody,
} satisfies Record<ClockEventType, Audience>
