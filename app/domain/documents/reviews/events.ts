import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'
import { namedPeople } from '#app/domain/events/named-people.ts'
import { refusals } from './refusal.ts'

const named = z.object({ number: z.string(), title: z.string(), version: z.int() })
/** As the clocks of the organization show it, and the zone: the same for every reader. */
const planned = named.extend({ at: z.string(), zone: z.string() })

/** All of them are the supplier's own (side `supplier`). */
export const reviewEvents = defineEvents('document', {
  reviewApproved: { version: 1, payload: named.extend({ comment: z.string(), waitingFor: z.int() }) },
  /** The approval that was the last one wanted. */
  reviewCompleted: { version: 1, payload: named.extend({ comment: z.string() }) },
  changesRequested: { version: 1, payload: named.extend({ reason: z.string() }) },
  reviewersAdded: {
    version: 1,
    payload: named.extend({ members: z.array(z.string()), memberIds: z.array(z.string()) }),
  },
  checklistChanged: { version: 1, payload: named.extend({ item: z.string(), isChecked: z.boolean() }) },
  reviewReminded: { version: 1, payload: named.extend({ memberIds: z.array(z.string()) }) },
  releaseScheduled: { version: 1, payload: planned },
  releaseCancelled: { version: 1, payload: planned },
  releaseRefused: {
    version: 1,
    payload: planned.extend({
      refusal: z.enum(refusals),
      decidedById: z.string(),
      /** Who would see it and was not confirmed, and the other way round. */
      gains: namedPeople.optional(),
      loses: namedPeople.optional(),
    }),
  },
})

/** What a rule is for, in a word or two; empty for all kinds or all families. */
const rule = z.object({ kind: z.string(), family: z.string() })

export const reviewRuleEvents = defineEvents('reviewRule', {
  changed: { version: 1, payload: rule },
  removed: { version: 1, payload: rule },
})

export type ReviewEventType =
  | keyof typeof reviewEvents.definitions
  | keyof typeof reviewRuleEvents.definitions
