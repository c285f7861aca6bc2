import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'

/** A question that a suggestion answered before it was sent: by what, and of which function it was. Its words are not told. */
export const questionEvents = defineEvents('question', {
  ended: {
    version: 1,
    payload: z.object({
      /** As shown: TN-0001, C-0012. No title: whoever reads the audit need not see the document. */
      number: z.string(),
      function: z.enum(memberFunctions),
      documentId: z.uuid().nullable(),
      consultationId: z.uuid().nullable(),
    }),
  },
})

const template = z.object({ name: z.string(), function: z.enum(memberFunctions) })

/** What a function wants to know with certain questions. */
export const templateEvents = defineEvents('questionTemplate', {
  written: { version: 1, payload: template },
  retired: { version: 1, payload: template },
  restored: { version: 1, payload: template },
})

export type QuestionEventType =
  | keyof typeof questionEvents.definitions
  | keyof typeof templateEvents.definitions
