import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { PartEventType } from './events.ts'

/** Whom the command named: an owner, the function, who asked. Whether they still see it is asked when they are told. */
const whoIsTold: Audience = async ({ payload: { told } }) =>
  Array.isArray(told) ? told.filter((id) => typeof id === 'string') : []

export const partAudience = {
  'consultation.partAsked': whoIsTold,
  'consultation.partChanged': whoIsTold,
  'consultation.partWithdrawn': whoIsTold,
  'consultation.partContributed': whoIsTold,
  'consultation.partTakenBack': whoIsTold,
  'consultation.partReturned': whoIsTold,
  'consultation.partFileDownloaded': nobody,
  'consultation.partSoon': whoIsTold,
  'consultation.partMissed': whoIsTold,
  'consultation.partsAssembled': whoIsTold,
  'consultation.partsSigned': whoIsTold,
  'consultation.partsObjected': whoIsTold,
  'consultation.partsReleased': whoIsTold,
} satisfies Record<PartEventType, Audience>
