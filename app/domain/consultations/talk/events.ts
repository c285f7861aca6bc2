import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'
import { messageLanes } from '../consultation.ts'
import { reactionKinds } from './reaction.ts'

const named = z.object({ number: z.string(), subject: z.string() })

const reaction = named.extend({
  ...{ messageId: z.uuid(), lane: z.enum(messageLanes), kind: z.enum(reactionKinds) },
})

/** What happens to messages. Each carries the side of its lane, like the message's own event. */
export const talkEvents = defineEvents('consultation', {
  /** `edit` counts from 1; the former wording is kept with the message. */
  messageEdited: {
    version: 1,
    payload: named.extend({
      ...{ messageId: z.uuid(), lane: z.enum(messageLanes), edit: z.int() },
      /** Those whom it did not mention before. */
      mentioned: z.array(z.uuid()),
    }),
  },
  /** `isFirst`: nobody reacted to the message before, ever. */
  reacted: { version: 1, payload: reaction.extend({ authorId: z.uuid(), isFirst: z.boolean() }) },
  reactionTakenBack: { version: 1, payload: reaction },
})

export type TalkEventType = keyof typeof talkEvents.definitions
