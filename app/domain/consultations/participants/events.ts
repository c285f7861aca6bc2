import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'
import { participantGrades } from './participant.ts'

const named = z.object({
  ...{ number: z.string(), subject: z.string() },
  ...{ memberId: z.uuid(), name: z.string() },
})
const grade = z.enum(participantGrades)

/** Who was named in a consultation. Both sides know who takes part. */
export const participantEvents = defineEvents('consultation', {
  participantAdded: { version: 1, payload: named.extend({ grade }) },
  participantChanged: { version: 1, payload: named.extend({ grade, previousGrade: grade }) },
  /** By a colleague, or by itself. */
  participantRemoved: { version: 1, payload: named },
})

export type ParticipantEventType = keyof typeof participantEvents.definitions
