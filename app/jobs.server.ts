import { accountsAudience } from '#app/domain/accounts/audience.server.ts'
import { type EventType, eventDefinitions } from '#app/domain/audit/registry.ts'
import { authAudience } from '#app/domain/auth/audience.server.ts'
import { mailPasswordReset } from '#app/domain/auth/commands/password.server.ts'
import { sweepSignIns } from '#app/domain/auth/commands/sessions.server.ts'
import { comparisonAudience } from '#app/domain/comparisons/audience.server.ts'
import { claimAudience } from '#app/domain/comparisons/claims/audience.server.ts'
import { remindOfClaims } from '#app/domain/comparisons/claims/jobs/remind.server.ts'
import { verificationAudience } from '#app/domain/comparisons/verification/audience.server.ts'
import { remindOfMeasuring } from '#app/domain/comparisons/verification/jobs/remind.server.ts'
import { questionAudience } from '#app/domain/consultations/asking/audience.server.ts'
import { unscopedPruneQuestionDrafts } from '#app/domain/consultations/asking/prune.server.ts'
import { consultationAudience } from '#app/domain/consultations/audience.server.ts'
import { checklistAudience } from '#app/domain/consultations/checklists/audience.server.ts'
import { clockAudience } from '#app/domain/consultations/clocks/audience.server.ts'
import { followClocks } from '#app/domain/consultations/clocks/derive/react.server.ts'
import { recomputeAfter } from '#app/domain/consultations/clocks/derive/recompute.server.ts'
import { watchClocks } from '#app/domain/consultations/clocks/derive/watch.server.ts'
import { reopenExpired, reopenSuperseded } from '#app/domain/consultations/decisions/commands/lapse.server.ts'
import { guestAudience } from '#app/domain/consultations/guests/audience.server.ts'
import { remindOfGuests } from '#app/domain/consultations/guests/jobs/remind.server.ts'
import { tellGuestOfPart, tellGuests } from '#app/domain/consultations/guests/jobs/tell.server.ts'
import { linkingAudience } from '#app/domain/consultations/linking/audience.server.ts'
import { macroAudience } from '#app/domain/consultations/macros/audience.server.ts'
import { receivedMailAudience } from '#app/domain/consultations/mail/audience.server.ts'
import { receiveMail } from '#app/domain/consultations/mail/incoming/receive.server.ts'
import { unscopedSweepReceivedMails } from '#app/domain/consultations/mail/incoming/sweep.server.ts'
import { consultationLetters } from '#app/domain/consultations/mail/letters.server.ts'
import { offerAudience } from '#app/domain/consultations/offers/audience.server.ts'
import { participantAudience } from '#app/domain/consultations/participants/audience.server.ts'
import { partAudience } from '#app/domain/consultations/parts/audience.server.ts'
import { remindOfParts } from '#app/domain/consultations/parts/jobs/remind.server.ts'
import { routingAudience } from '#app/domain/consultations/routing/audience.server.ts'
import { talkAudience } from '#app/domain/consultations/talk/audience.server.ts'
import { workAudience } from '#app/domain/consultations/work/audience.server.ts'
import { handBack } from '#app/domain/consultations/work/jobs/hand-back.server.ts'
import { remindOfOwnDays } from '#app/domain/consultations/work/jobs/remind.server.ts'
import { wakeDue, wakeSnoozed } from '#app/domain/consultations/work/jobs/wake.server.ts'
import { acknowledgementAudience } from '#app/domain/documents/acknowledgements/audience.server.ts'
import { chainEvent, chainMail } from '#app/domain/documents/acknowledgements/evidence/react.server.ts'
import { watchAcknowledgements } from '#app/domain/documents/acknowledgements/watch.server.ts'
import { documentsAudience } from '#app/domain/documents/audience.server.ts'
import { noticeAudience } from '#app/domain/documents/change-notices/audience.server.ts'
import { openReviews } from '#app/domain/documents/citations/open-reviews.server.ts'
import { handoverAudience } from '#app/domain/documents/handovers/audience.server.ts'
import { importAudience } from '#app/domain/documents/imports/audience.server.ts'
import { checkImport } from '#app/domain/documents/imports/check/check.server.ts'
import { runImport } from '#app/domain/documents/imports/run/run.server.ts'
import { undoImport } from '#app/domain/documents/imports/run/undo.server.ts'
import { remindOfDates } from '#app/domain/documents/reminders.server.ts'
import { reviewsAudience } from '#app/domain/documents/reviews/audience.server.ts'
import { releaseDue } from '#app/domain/documents/reviews/commands/release-due.server.ts'
import { remindReviewers } from '#app/domain/documents/reviews/commands/remind.server.ts'
import { subscriptionsAudience } from '#app/domain/documents/subscriptions/audience.server.ts'
import { extractFileText, queueWaitingTexts } from '#app/domain/documents/texts/commands/extract.server.ts'
import { templateAudience } from '#app/domain/documents/writing/audience.server.ts'
import { unscopedPruneSaves } from '#app/domain/documents/writing/prune.server.ts'
import type { Audience } from '#app/domain/events/audience.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { unscopedSweepUploads } from '#app/domain/files/uploads.server.ts'
import { sendMail } from '#app/domain/notifications/delivery.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import type { Job, Jobs } from '#app/platform/jobs.server.ts'

// Which stored event or timer runs which reaction: the only wiring file.

/** Whoever adds an event cannot compile until someone decided who hears of it. */
export const audience = {
  ...authAudience,
  ...accountsAudience,
  ...documentsAudience,
  ...acknowledgementAudience,
  ...subscriptionsAudience,
  ...noticeAudience,
  ...reviewsAudience,
  ...handoverAudience,
  ...importAudience,
  ...templateAudience,
  ...comparisonAudience,
  ...claimAudience,
  ...verificationAudience,
  ...consultationAudience,
  ...talkAudience,
  ...linkingAudience,
  ...offerAudience,
  ...participantAudience,
  ...guestAudience,
  ...partAudience,
  ...macroAudience,
  ...checklistAudience,
  ...questionAudience,
  ...clockAudience,
  ...routingAudience,
  ...workAudience,
  ...receivedMailAudience,
} satisfies Record<EventType, Audience>

export const tasks: Jobs = {
  // The evidence names whose bell rang, so the bells come first.
  react: oneAtATime(
    onEvent(
      ...[reaction(eventDefinitions, audience), chainEvent, openReviews, reopenSuperseded],
      ...[followClocks, wakeSnoozed, tellGuests, tellGuestOfPart],
    ),
  ),
  digest: (payload) => sendDigest(payload, { consultation: consultationLetters }),
  receiveMail,
  sweepReceivedMails: unscopedSweepReceivedMails,
  sendMail: inTurn(sendMail, chainMail),
  watchAcknowledgements,
  recomputeClocks: recomputeAfter,
  watchClocks,
  wakeSnoozed: wakeDue,
  handBack,
  remindOfGuests: inTurn(remindOfGuests, remindOfClaims),
  remindOfOwnDays: inTurn(remindOfOwnDays, remindOfParts, remindOfMeasuring),
  releaseDue,
  reopenExpired,
  remindReviewers,
  mailPasswordReset,
  sweepSignIns,
  checkImport,
  runImport,
  undoImport,
  extractText: extractFileText,
  queueWaitingTexts,
  remindOfDates,
  pruneQuestionDrafts: async () => void (await unscopedPruneQuestionDrafts()),
  pruneDraftSaves: async () => void (await unscopedPruneSaves()),
  sweepUploads: async () => void (await unscopedSweepUploads()),
}

/** One after the other: each acts once by looking first, so a repeated job does what the last run left. */
function inTurn(...jobs: Job[]): Job {
  return async (payload) => {
    for (const job of jobs) await job(payload)
  }
}

/** In a rush of writing, those who wait for an answer go before those who will hear of it. */
function oneAtATime(job: Job): Job {
  let last = Promise.resolve()
  return (payload) => {
    const run = last.then(() => job(payload))
    last = run.catch(() => undefined)
    return run
  }
}

/** Minute, hour, day, month, weekday (UTC), task. */
export const crontab = [
  '17 * * * * sweepUploads',
  '27 3 * * * sweepSignIns',
  '7 * * * * remindOfDates',
  '7 * * * * watchAcknowledgements',
  '*/10 * * * * queueWaitingTexts',
  '* * * * * releaseDue',
  '* * * * * watchClocks',
  '* * * * * wakeSnoozed',
  '* * * * * handBack',
  '5 * * * * remindOfOwnDays',
  '9 * * * * remindOfGuests',
  '11 * * * * remindReviewers',
  '3 * * * * reopenExpired',
  '37 3 * * * pruneDraftSaves',
  '57 3 * * * pruneQuestionDrafts',
  '47 * * * * sweepReceivedMails',
].join('\n')
