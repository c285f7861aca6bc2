import { z } from 'zod'

export const mostOffers = 100

export const OfferForm = z.object({
  /** The version in force that was looked at. */
  version: z.coerce
    .number({ error: 'common:error.invalid' })
    .int('common:error.invalid')
    .min(1, 'common:error.invalid'),
  consultationIds: z
    .array(z.uuid({ error: 'common:error.unknown' }), { error: 'offers:error.none' })
    .min(1, 'offers:error.none')
    .max(mostOffers, 'common:error.invalid'),
})
export type OfferInput = z.output<typeof OfferForm>

export const outcomes = ['helpful', 'dismissed'] as const

export const DecideOfferForm = z.object({
  offerId: z.uuid({ error: 'common:error.unknown' }),
  outcome: z.enum(outcomes, { error: 'common:error.choose' }),
})
export type DecideOfferInput = z.output<typeof DecideOfferForm>
