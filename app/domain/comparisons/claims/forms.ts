import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { claimLimits as limits } from './claim.ts'

const required = 'common:error.required'
const text = (max: number) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, encodeMessage('common:error.tooLong', { max }))
const day = z.iso.date({ error: required })
const ids = z
  .preprocess((value) => [value ?? []].flat(), z.array(z.uuid({ error: 'common:error.unknown' })).max(200))
  .transform((all) => [...new Set(all)])

/** Which options are a competitor's product. */
export const CompetitorsForm = z.object({ optionIds: ids, revision: counter(0) })
export type CompetitorsInput = z.output<typeof CompetitorsForm>

export const ClaimForm = z
  .object({
    statement: text(limits.statement),
    source: text(limits.source),
    sourceDate: day,
    conditions: text(limits.conditions),
    expiresOn: day,
    covers: z.enum(['all', 'lines'], { error: 'common:error.choose' }),
    lineIds: ids,
  })
  .refine(({ sourceDate, expiresOn }) => expiresOn > sourceDate, {
    path: ['expiresOn'],
    error: 'fairness:error.endsBefore',
  })
  .refine(({ covers, lineIds }) => covers === 'all' || lineIds.length > 0, {
    path: ['lineIds'],
    error: 'common:error.choose',
  })
export type ClaimInput = z.output<typeof ClaimForm>

/** For a product that was marked. */
export const NewClaimForm = ClaimForm.and(z.object({ optionId: z.uuid({ error: 'common:error.choose' }) }))

/** Carries the revision that the person saw. */
export const ChangeClaimForm = ClaimForm.and(z.object({ revision: counter(1) }))
export const WithdrawClaimForm = z.object({ revision: counter(1) })
