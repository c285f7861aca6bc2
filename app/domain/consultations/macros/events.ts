import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'
import { macroReaches } from './macro.ts'

/** The name of a personal one is its owner's affair: it is not told. */
const macro = z.object({ name: z.string(), reach: z.enum(macroReaches) })

/** What happens to macros; their use is counted, and the message that was sent has its own event. */
export const macroEvents = defineEvents('macro', {
  written: { version: 1, payload: macro },
  retired: { version: 1, payload: macro },
  restored: { version: 1, payload: macro },
})

export type MacroEventType = keyof typeof macroEvents.definitions
