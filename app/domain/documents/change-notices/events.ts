import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

/** Of a draft: the supplier's own. */
export const noticeEvents = defineEvents('document', {
  noticeWritten: {
    version: 1,
    payload: z.object({ number: z.string(), title: z.string(), version: z.int(), parts: z.int() }),
  },
})

export type NoticeEventType = keyof typeof noticeEvents.definitions
