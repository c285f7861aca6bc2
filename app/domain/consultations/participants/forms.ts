import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import { participantGrades } from './participant.ts'

const member = { memberId: z.uuid({ error: 'participants:error.choose' }) }
/** Which one was on screen. */
const seen = { revision: counter(1) }
const grade = { grade: z.enum(participantGrades, { error: 'common:error.unknown' }) }

export const ParticipantForm = z.object({ ...member, ...grade })
export type ParticipantInput = z.output<typeof ParticipantForm>

export const GradeForm = z.object({ ...member, ...grade, ...seen })
export type GradeInput = z.output<typeof GradeForm>

export const RemovalForm = z.object({ ...member, ...seen })
export type RemovalInput = z.output<typeof RemovalForm>
