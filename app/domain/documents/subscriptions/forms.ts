import { z } from 'zod'
import { documentKinds } from '../kinds.ts'

const id = z.uuid({ error: 'common:error.unknown' }).optional()

/** One document, product, family or kind. `back` is the document's page when the form stands there. */
export const SubscribeForm = z
  .object({
    documentId: id,
    productId: id,
    familyId: id,
    kind: z.enum(documentKinds, { error: 'common:error.unknown' }).optional(),
    back: id,
  })
  .refine(
    ({ documentId, productId, familyId, kind }) =>
      [documentId, productId, familyId, kind].filter((each) => each !== undefined).length === 1,
    { path: ['kind'], error: 'subscriptions:error.one' },
  )
export type SubscribeInput = z.output<typeof SubscribeForm>

export const EndForm = z.object({ subscriptionId: z.uuid({ error: 'common:error.unknown' }), back: id })
