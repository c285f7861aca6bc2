import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { languages } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { routingLimits as limits } from './routing.ts'

const unknown = 'common:error.unknown'
const id = z.uuid({ error: unknown })
const day = z.iso.date({ error: 'common:error.required' })

export const RuleForm = z.object({
  function: z.enum(memberFunctions, { error: unknown }).optional(),
  familyId: id.optional(),
  language: z.enum(languages, { error: unknown }).optional(),
  calendarId: id.optional(),
  during: z.enum(['open', 'closed'], { error: 'common:error.choose' }).default('open'),
  /** In the order in which they are tried; empty places are left out. */
  memberIds: z
    .array(id.optional())
    .max(limits.members, 'common:error.invalid')
    .default([])
    .transform((ids) => [...new Set(ids.filter((each) => each !== undefined))])
    .refine((ids) => ids.length > 0, 'routing:error.nobody'),
  /** Of a rule that is changed: when the person read it. */
  seenAt: z.coerce.date({ error: 'common:error.invalid' }).optional(),
})
export type RuleInput = z.output<typeof RuleForm>

export const MoveForm = z.object({ to: z.enum(['earlier', 'later']) })
export type MoveInput = z.output<typeof MoveForm>

export const AbsenceForm = z
  .object({
    membershipId: id,
    firstDay: day,
    lastDay: day,
    deputyId: id.optional(),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ['lastDay'],
    error: 'routing:error.endsBefore',
  })
  .refine(
    ({ firstDay, lastDay }) => (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 <= limits.days,
    { path: ['lastDay'], error: encodeMessage('routing:error.tooLong', { max: limits.days }) },
  )
  .refine(({ membershipId, deputyId }) => membershipId !== deputyId, {
    path: ['deputyId'],
    error: 'routing:error.ownDeputy',
  })
export type AbsenceInput = z.output<typeof AbsenceForm>

/** A question as one would ask it, to see who would get it. */
export const TryForm = z.object({
  accountId: id,
  function: z.enum(memberFunctions),
  familyId: id.optional(),
  language: z.enum(languages).default('en'),
})
export type TryInput = z.output<typeof TryForm>
