import { accountEvents, invitationEvents, memberEvents, productEvents } from '#app/domain/accounts/events.ts'
import { userEvents } from '#app/domain/auth/events.ts'
import { claimEvents } from '#app/domain/comparisons/claims/events.ts'
import { comparisonEvents } from '#app/domain/comparisons/events.ts'
import { verificationEvents } from '#app/domain/comparisons/verification/events.ts'
import {
  questionEvents,
  templateEvents as questionTemplateEvents,
} from '#app/domain/consultations/asking/events.ts'
import { checklistEvents, checklistTemplateEvents } from '#app/domain/consultations/checklists/events.ts'
import { calendarEvents, clockEvents, levelEvents } from '#app/domain/consultations/clocks/events.ts'
import { consultationEvents } from '#app/domain/consultations/events.ts'
import { guestEvents } from '#app/domain/consultations/guests/events.ts'
import { linkingEvents } from '#app/domain/consultations/linking/events.ts'
import { macroEvents } from '#app/domain/consultations/macros/events.ts'
import { questionAddressEvents, receivedMailEvents } from '#app/domain/consultations/mail/events.ts'
import { offerEvents } from '#app/domain/consultations/offers/events.ts'
import { participantEvents } from '#app/domain/consultations/participants/events.ts'
import { partEvents } from '#app/domain/consultations/parts/events.ts'
import { absenceEvents, routingRuleEvents } from '#app/domain/consultations/routing/events.ts'
import { talkEvents } from '#app/domain/consultations/talk/events.ts'
import { tagEvents, workEvents } from '#app/domain/consultations/work/events.ts'
import { acknowledgementEvents, termsEvents } from '#app/domain/documents/acknowledgements/events.ts'
import { noticeEvents } from '#app/domain/documents/change-notices/events.ts'
import { documentEvents } from '#app/domain/documents/events.ts'
import { handoverEvents } from '#app/domain/documents/handovers/events.ts'
import { importEvents } from '#app/domain/documents/imports/events.ts'
import { reviewEvents, reviewRuleEvents } from '#app/domain/documents/reviews/events.ts'
import { subscriptionEvents } from '#app/domain/documents/subscriptions/events.ts'
import { templateEvents } from '#app/domain/documents/writing/events.ts'

/** Every kind of event that there is, by type: what the audit can show and what the reactions listen to. */
export const eventDefinitions = {
  ...userEvents.definitions,
  ...accountEvents.definitions,
  ...memberEvents.definitions,
  ...invitationEvents.definitions,
  ...productEvents.definitions,
  ...documentEvents.definitions,
  ...acknowledgementEvents.definitions,
  ...termsEvents.definitions,
  ...subscriptionEvents.definitions,
  ...noticeEvents.definitions,
  ...reviewEvents.definitions,
  ...reviewRuleEvents.definitions,
  ...handoverEvents.definitions,
  ...importEvents.definitions,
  ...templateEvents.definitions,
  ...consultationEvents.definitions,
  ...talkEvents.definitions,
  ...linkingEvents.definitions,
  ...offerEvents.definitions,
  ...participantEvents.definitions,
  ...guestEvents.definitions,
  ...partEvents.definitions,
  ...macroEvents.definitions,
  ...checklistEvents.definitions,
  ...checklistTemplateEvents.definitions,
  ...questionEvents.definitions,
  ...questionTemplateEvents.definitions,
  ...clockEvents.definitions,
  ...calendarEvents.definitions,
  ...levelEvents.definitions,
  ...routingRuleEvents.definitions,
  ...absenceEvents.definitions,
  ...workEvents.definitions,
  ...tagEvents.definitions,
  ...receivedMailEvents.definitions,
  ...questionAddressEvents.definitions,
  ...comparisonEvents.definitions,
  ...claimEvents.definitions,
  ...verificationEvents.definitions,
}

export type EventType = keyof typeof eventDefinitions
