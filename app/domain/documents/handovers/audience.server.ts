import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { HandoverEventType } from './events.ts'

/** They stand in the history of the account and in the audit. */
export const handoverAudience = {
  'account.handoverRequirementChanged': nobody,
  'account.handoverTaken': nobody,
} satisfies Record<HandoverEventType, Audience>
