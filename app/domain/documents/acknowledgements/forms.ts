import { z } from 'zod'
import { functionsOf } from '#app/domain/access/actor.ts'
import { counter } from '#app/domain/access/counter.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { acknowledgementLimits as limits } from './acknowledgement.ts'
import { responses } from './engine/states.ts'

const required = 'common:error.required'
const between = (min: number, max: number) => {
  const error = encodeMessage('acknowledgements:error.between', { min, max })
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error)
}
const text = (max: number) =>
  z.string().trim().max(max, encodeMessage('common:error.tooLong', { max })).default('')
const day = z.iso.date({ error: 'common:error.invalid' })

/** Days such as `10, 3, 1`; the empty field is no reminder at all. */
const reminderDays = z
  .string()
  .default('')
  .transform((given, context) => {
    const parts = given.split(/[\s,;，、]+/).filter(Boolean)
    const days = parts.map(Number)
    if (days.some((each) => !Number.isInteger(each) || each < 0 || each > 60) || days.length > 5) {
      context.addIssue({ code: 'custom', message: 'acknowledgements:error.reminderDays' })
      return z.NEVER
    }
    return [...new Set(days)].sort((a, b) => b - a)
  })

export const TermsForm = z
  .object({
    effectiveOn: day,
    acknowledgeDays: between(1, 730),
    responseDays: between(1, 1460),
    sampleDays: between(0, 730),
    isSilenceAcceptance: z.enum(['yes', 'no'], { error: 'common:error.choose' }),
    reminderDays,
    noticeDays: between(0, 1460),
    lastOrderMonths: between(0, 120),
    lastDeliveryMonths: between(0, 240),
    reference: text(limits.reference),
  })
  .refine((terms) => terms.responseDays >= terms.acknowledgeDays, {
    path: ['responseDays'],
    error: 'acknowledgements:error.responseBeforeAcknowledgement',
  })
export type TermsInput = z.output<typeof TermsForm>

const askedFunctions = functionsOf('customer')
const count = between(0, limits.mostInQuorum).default(0)

export const AskForm = z
  .object({
    version: counter(1),
    accountIds: z
      .array(z.uuid({ error: 'common:error.unknown' }))
      .max(1000, 'common:error.invalid')
      .default([]),
    logistics: count,
    engineering: count,
    purchasing: count,
    quality: count,
    dueOn: day.optional(),
    statement: text(limits.statement),
    isResponseWanted: z.boolean().default(false),
    isGapAccepted: z.boolean().default(false),
  })
  .refine((input) => input.accountIds.length > 0, { path: ['accountIds'], error: 'common:error.choose' })
  .refine((input) => askedFunctions.some((fn) => input[fn as 'logistics'] > 0), {
    path: ['engineering'],
    error: 'acknowledgements:error.nobodyAsked',
  })
export type AskInput = z.output<typeof AskForm>

/** `statement` is what stood on the page: what one declares is what one has read. */
export const AcknowledgeForm = z.object({
  version: counter(1),
  function: z.enum(['logistics', 'engineering', 'purchasing', 'quality'], { error: 'common:error.choose' }),
  statement: z.string({ error: required }),
})
export type AcknowledgeInput = z.output<typeof AcknowledgeForm>

export const RespondForm = z
  .object({
    version: counter(1),
    outcome: z.enum(responses, { error: 'common:error.choose' }),
    text: text(limits.text),
  })
  .refine((input) => input.outcome === 'accepted' || input.text !== '', {
    path: ['text'],
    error: 'acknowledgements:error.reasonMissing',
  })
export type RespondInput = z.output<typeof RespondForm>

export const RequestMoreForm = z.object({
  version: counter(1),
  kind: z.enum(['information_requested', 'samples_requested'], { error: 'common:error.choose' }),
  text: z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(limits.text, encodeMessage('common:error.tooLong', { max: limits.text })),
})
export type RequestMoreInput = z.output<typeof RequestMoreForm>

/** The supplier's answer to what an account asked. */
export const InformForm = z.object({
  version: counter(1),
  accountId: z.uuid({ error: 'common:error.unknown' }),
  text: RequestMoreForm.shape.text,
})
export type InformInput = z.output<typeof InformForm>

export const ImplementForm = z.object({
  version: counter(1),
  accountId: z.uuid({ error: 'common:error.unknown' }),
})
