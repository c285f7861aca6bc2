import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { counter } from '#app/domain/access/counter.ts'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { consultationLimits } from '../consultation.ts'
import { partLimits as limits } from './part.ts'

const required = 'common:error.required'
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const text = (max: number) => z.string({ error: required }).trim().min(1, required).max(max, tooLong(max))
const fn = z.enum(memberFunctions, { error: 'common:error.choose' })
/** The one that the person saw. */
const revision = counter(1)
const fileIds = z
  .array(z.uuid({ error: 'common:error.unknown' }))
  .max(maxFilesAtOnce, encodeMessage('common:file.tooMany', { max: maxFilesAtOnce }))
  .default([])

export const PartForm = z.object({
  question: text(limits.question),
  function: fn,
  ownerId: z.uuid({ error: 'common:error.unknown' }).optional(),
  dueOn: z.iso.date({ error: 'common:error.required' }),
})
export type PartInput = z.output<typeof PartForm>

export const ChangePartForm = PartForm.extend({ revision })
export type ChangePartInput = z.output<typeof ChangePartForm>

/** Why it is withdrawn, or what is missing in what was handed in. */
export const PartReasonForm = z.object({ reason: text(limits.reason), revision })
export type PartReasonInput = z.output<typeof PartReasonForm>

export const ContributionForm = z.object({
  contribution: text(limits.contribution),
  act: z.enum(['save', 'handIn'], { error: 'common:error.choose' }),
  /** All that it has: those that stand there and are named no more are taken out. */
  fileIds,
  revision,
})
export type ContributionInput = Omit<z.output<typeof ContributionForm>, 'fileIds'> & { fileIds?: string[] }

export const RevisionForm = z.object({ revision })

export const DraftForm = z.object({
  body: text(consultationLimits.message),
  functions: z.array(fn, { error: 'common:error.choose' }).min(1, 'common:error.choose'),
  /** Files of the contributions that the customer gets with the answer. */
  fileIds,
  revision,
})
export type DraftInput = Omit<z.output<typeof DraftForm>, 'fileIds'> & { fileIds?: string[] }

/** An objection has words, and a signature none: a wrong button does not turn one into the other. */
export const SignForm = z
  .object({
    functions: z.array(fn, { error: 'common:error.choose' }).min(1, 'common:error.choose'),
    act: z.enum(['sign', 'object'], { error: 'common:error.choose' }),
    objection: z.string().trim().max(limits.reason, tooLong(limits.reason)).optional(),
    revision,
  })
  .refine(({ act, objection }) => act === 'sign' || objection, {
    path: ['objection'],
    error: 'parts:error.wordsWanted',
  })
  .refine(({ act, objection }) => act === 'object' || !objection, {
    path: ['objection'],
    error: 'parts:error.isObjection',
  })
export type SignInput = Omit<z.output<typeof SignForm>, 'act'>

export const ReleaseForm = z.object({
  revision,
  /** The answer that stands, as the person saw it. */
  replaces: z.uuid({ error: 'common:error.unknown' }).optional(),
})
export type ReleaseInput = z.output<typeof ReleaseForm>
