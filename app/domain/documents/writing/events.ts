import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

const named = z.object({ title: z.string() })

/** With what the texts of an organization begin. */
export const templateEvents = defineEvents('template', {
  written: { version: 1, payload: named },
  removed: { version: 1, payload: named },
})
