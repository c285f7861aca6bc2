import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { participants } from '../audience.server.ts'
import type { LinkingEventType } from './events.ts'

export const linkingAudience = {
  'consultation.related': nobody,
  'consultation.unrelated': nobody,
  'consultation.merged': participants,
  // Whoever takes part in the one that went on here hears of it by that one's event, everybody else sees it in the thread.
  'consultation.tookIn': nobody,
  'consultation.mergeUndone': participants,
  'consultation.gaveBack': nobody,
} satisfies Record<LinkingEventType, Audience>
