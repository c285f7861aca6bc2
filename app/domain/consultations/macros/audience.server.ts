import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { MacroEventType } from './events.ts'

export const macroAudience = {
  'macro.written': nobody,
  'macro.retired': nobody,
  'macro.restored': nobody,
} satisfies Record<MacroEventType, Audience>
