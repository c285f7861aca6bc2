import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { visibleComparisons } from '#app/domain/comparisons/scope.server.ts'
import { visibleDrafts, visibleTemplates } from '#app/domain/consultations/asking/scope.server.ts'
import {
  visibleChecklists,
  visibleChecklistTemplates,
} from '#app/domain/consultations/checklists/scope.server.ts'
import {
  visibleCalendars,
  visibleLevels,
  visibleMoves,
} from '#app/domain/consultations/clocks/scope.server.ts'
import { visibleMacros } from '#app/domain/consultations/macros/scope.server.ts'
import { visibleReceivedMails } from '#app/domain/consultations/mail/scope.server.ts'
import { visibleAbsences, visibleRules } from '#app/domain/consultations/routing/scope.server.ts'
import { visibleConsultations, visibleMessages } from '#app/domain/consultations/scope.server.ts'
import { visibleWithMessage } from '#app/domain/consultations/talk/scope.server.ts'
import { visibleRequests, visibleTerms } from '#app/domain/documents/acknowledgements/scope.server.ts'
import { visibleCitations } from '#app/domain/documents/citations/scope.server.ts'
import { visibleParameters } from '#app/domain/documents/parameters/scope.server.ts'
import { visibleReviewRounds, visibleReviewRules } from '#app/domain/documents/reviews/scope.server.ts'
import {
  visibleComments,
  visibleDocuments,
  visibleTranslations,
  visibleVersions,
} from '#app/domain/documents/scope.server.ts'
import { citationSources } from '#app/domain/home/citation-sources.server.ts'
import { prisma, runAsActor } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from '../world.ts'
import type { Kind } from './expectation.ts'
import { people } from './people.ts'
import { plainWork, scopedWork } from './work-finders.ts'

/** By the wall alone: the plain table, no scope. */
export const plain: Record<Kind, (id: string) => Promise<unknown>> = {
  ...plainWork,
  account: (id) => prisma.account.findFirst({ where: { id } }),
  document: (id) => prisma.document.findFirst({ where: { id } }),
  version: (id) => prisma.documentVersion.findFirst({ where: { id } }),
  consultation: (id) => prisma.consultation.findFirst({ where: { id } }),
  message: (id) => prisma.message.findFirst({ where: { id } }),
  decision: (id) => prisma.consultationDecision.findFirst({ where: { id } }),
  relation: (consultationId) => prisma.consultationRelation.findFirst({ where: { consultationId } }),
  merge: (consultationId) => prisma.consultationMerge.findFirst({ where: { consultationId } }),
  checklist: (id) => prisma.consultationChecklist.findFirst({ where: { id } }),
  checklistItem: (id) => prisma.checklistItem.findFirst({ where: { id } }),
  checklistTemplate: (id) => prisma.checklistTemplate.findFirst({ where: { id } }),
  macro: (id) => prisma.consultationMacro.findFirst({ where: { id } }),
  macroUse: (macroId) => prisma.macroUse.findFirst({ where: { macroId } }),
  endedQuestion: (id) => prisma.endedQuestion.findFirst({ where: { id } }),
  questionTemplate: (id) => prisma.consultationTemplate.findFirst({ where: { id } }),
  sheet: (consultationId) => prisma.consultationSheet.findFirst({ where: { consultationId } }),
  questionDraft: (id) => prisma.consultationDraft.findFirst({ where: { id } }),
  rating: (id) => prisma.consultationRating.findFirst({ where: { id } }),
  wording: (messageId) => prisma.messageWording.findFirst({ where: { messageId } }),
  comparison: (id) => prisma.comparison.findFirst({ where: { id } }),
  file: (id) => prisma.file.findFirst({ where: { id } }),
  request: (id) => prisma.acknowledgementRequestAccount.findFirst({ where: { id } }),
  terms: (id) => prisma.documentTerms.findFirst({ where: { id } }),
  acknowledgement: (id) => prisma.documentAcknowledgement.findFirst({ where: { id } }),
  fact: (id) => prisma.acknowledgementFact.findFirst({ where: { id } }),
  evidence: (id) => prisma.evidenceEntry.findFirst({ where: { id } }),
  quote: (messageId) => prisma.messageQuote.findFirst({ where: { messageId } }),
  reaction: (messageId) => prisma.messageReaction.findFirst({ where: { messageId } }),
  mention: (messageId) => prisma.messageMention.findFirst({ where: { messageId } }),
  comment: (id) => prisma.documentComment.findFirst({ where: { id } }),
  translation: (id) => prisma.documentTranslation.findFirst({ where: { id } }),
  save: (id) => prisma.documentDraftSave.findFirst({ where: { id } }),
  template: (id) => prisma.documentTemplate.findFirst({ where: { id } }),
  coAuthor: (membershipId) => prisma.documentVersionAuthor.findFirst({ where: { membershipId } }),
  reviewRound: (id) => prisma.documentReviewRound.findFirst({ where: { id } }),
  reviewRule: (id) => prisma.documentReviewRule.findFirst({ where: { id } }),
  parameter: (id) => prisma.documentParameter.findFirst({ where: { id } }),
  fileText: (fileId) => prisma.fileText.findFirst({ where: { fileId } }),
  fileTextPage: (fileId) => prisma.fileTextPage.findFirst({ where: { fileId } }),
  citation: (id) => prisma.citation.findFirst({ where: { id } }),
  subscription: (id) => prisma.subscription.findFirst({ where: { id } }),
  calendar: (id) => prisma.serviceCalendar.findFirst({ where: { id } }),
  serviceLevel: (id) => prisma.serviceLevel.findFirst({ where: { id } }),
  clock: (consultationId) => prisma.consultationClock.findFirst({ where: { consultationId } }),
  clockAlert: (consultationId) => prisma.clockAlert.findFirst({ where: { consultationId } }),
  clockChange: (id) => prisma.clockRecomputation.findFirst({ where: { id } }),
  clockMove: (consultationId) => prisma.clockMove.findFirst({ where: { consultationId } }),
  routingRule: (id) => prisma.routingRule.findFirst({ where: { id } }),
  absence: (id) => prisma.absence.findFirst({ where: { id } }),
  receivedMail: (id) => prisma.receivedMail.findFirst({ where: { id } }),
  questionAddress: (organizationId) => prisma.questionAddress.findFirst({ where: { organizationId } }),
  plannedRelease: (versionId) => prisma.documentScheduledRelease.findFirst({ where: { versionId } }),
}
/** The words of a file are reached through the versions that it is attached to. */
const attached = (actor: Actor) => ({
  versions: { some: { version: { AND: [visibleVersions(actor), { document: visibleDocuments(actor) }] } } },
})
/** Through the scope of its area; a version and a file are reached through their owners. */
export const scoped: Partial<Record<Kind, (actor: Actor, id: string) => Promise<unknown>>> = {
  ...scopedWork,
  account: (actor, id) => prisma.account.findFirst({ where: { AND: [{ id }, visibleAccounts(actor)] } }),
  document: (actor, id) => prisma.document.findFirst({ where: { AND: [{ id }, visibleDocuments(actor)] } }),
  version: (actor, id) =>
    prisma.documentVersion.findFirst({ where: { id, document: visibleDocuments(actor) } }),
  consultation: (actor, id) =>
    prisma.consultation.findFirst({ where: { AND: [{ id }, visibleConsultations(actor)] } }),
  message: (actor, id) => prisma.message.findFirst({ where: { AND: [{ id }, visibleMessages(actor)] } }),
  wording: (actor, messageId) =>
    prisma.messageWording.findFirst({ where: { AND: [{ messageId }, visibleWithMessage(actor)] } }),
  quote: (actor, messageId) =>
    prisma.messageQuote.findFirst({ where: { AND: [{ messageId }, visibleWithMessage(actor)] } }),
  reaction: (actor, messageId) =>
    prisma.messageReaction.findFirst({ where: { AND: [{ messageId }, visibleWithMessage(actor)] } }),
  mention: (actor, messageId) =>
    prisma.messageMention.findFirst({ where: { AND: [{ messageId }, visibleWithMessage(actor)] } }),
  relation: (actor, consultationId) =>
    prisma.consultationRelation.findFirst({
      where: {
        consultationId,
        consultation: visibleConsultations(actor),
        other: visibleConsultations(actor),
      },
    }),
  merge: (actor, consultationId) =>
    prisma.consultationMerge.findFirst({
      where: { consultationId, consultation: visibleConsultations(actor), into: visibleConsultations(actor) },
    }),
  checklist: (actor, id) =>
    prisma.consultationChecklist.findFirst({ where: { AND: [{ id }, visibleChecklists(actor)] } }),
  checklistItem: (actor, id) =>
    prisma.checklistItem.findFirst({ where: { id, checklist: visibleChecklists(actor) } }),
  checklistTemplate: (actor, id) =>
    prisma.checklistTemplate.findFirst({ where: { AND: [{ id }, visibleChecklistTemplates(actor)] } }),
  macro: (actor, id) =>
    prisma.consultationMacro.findFirst({ where: { AND: [{ id }, visibleMacros(actor)] } }),
  questionTemplate: (actor, id) =>
    prisma.consultationTemplate.findFirst({ where: { AND: [{ id }, visibleTemplates(actor)] } }),
  sheet: (actor, consultationId) =>
    prisma.consultationSheet.findFirst({
      where: { consultationId, consultation: visibleConsultations(actor) },
    }),
  questionDraft: (actor, id) =>
    prisma.consultationDraft.findFirst({ where: { AND: [{ id }, visibleDrafts(actor)] } }),
  comment: (actor, id) =>
    prisma.documentComment.findFirst({ where: { AND: [{ id }, visibleComments(actor)] } }),
  translation: (actor, id) =>
    prisma.documentTranslation.findFirst({
      where: { AND: [{ id, version: { document: visibleDocuments(actor) } }, visibleTranslations(actor)] },
    }),
  parameter: (actor, id) =>
    prisma.documentParameter.findFirst({ where: { AND: [{ id }, visibleParameters(actor)] } }),
  fileText: (actor, fileId) => prisma.fileText.findFirst({ where: { fileId, file: attached(actor) } }),
  fileTextPage: (actor, fileId) =>
    prisma.fileTextPage.findFirst({ where: { fileId, whole: { file: attached(actor) } } }),
  citation: (actor, id) =>
    prisma.citation.findFirst({ where: { AND: [{ id }, visibleCitations(actor, citationSources(actor))] } }),
  subscription: ({ membershipId }, id) => prisma.subscription.findFirst({ where: { id, membershipId } }),
  reviewRound: (actor, id) =>
    prisma.documentReviewRound.findFirst({ where: { AND: [{ id }, visibleReviewRounds(actor)] } }),
  reviewRule: (actor, id) =>
    prisma.documentReviewRule.findFirst({ where: { AND: [{ id }, visibleReviewRules(actor)] } }),
  calendar: (actor, id) =>
    prisma.serviceCalendar.findFirst({ where: { AND: [{ id }, visibleCalendars(actor)] } }),
  serviceLevel: (actor, id) =>
    prisma.serviceLevel.findFirst({ where: { AND: [{ id }, visibleLevels(actor)] } }),
  clock: (actor, consultationId) =>
    prisma.consultationClock.findFirst({
      where: { consultationId, consultation: visibleConsultations(actor) },
    }),
  clockMove: (actor, consultationId) =>
    prisma.clockMove.findFirst({ where: { AND: [{ consultationId }, visibleMoves(actor)] } }),
  routingRule: (actor, id) => prisma.routingRule.findFirst({ where: { AND: [{ id }, visibleRules(actor)] } }),
  absence: (actor, id) => prisma.absence.findFirst({ where: { AND: [{ id }, visibleAbsences(actor)] } }),
  receivedMail: async (actor, id) =>
    prisma.receivedMail.findFirst({ where: { AND: [{ id }, await visibleReceivedMails(actor)] } }),
  comparison: (actor, id) =>
    prisma.comparison.findFirst({ where: { AND: [{ id }, visibleComparisons(actor)] } }),
  request: (actor, id) =>
    prisma.acknowledgementRequestAccount.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } }),
  terms: (actor, id) => prisma.documentTerms.findFirst({ where: { AND: [{ id }, visibleTerms(actor)] } }),
  acknowledgement: (actor, id) =>
    prisma.documentAcknowledgement.findFirst({ where: { id, requestAccount: visibleRequests(actor) } }),
  fact: (actor, id) =>
    prisma.acknowledgementFact.findFirst({ where: { id, requestAccount: visibleRequests(actor) } }),
  evidence: (actor, id) =>
    prisma.evidenceEntry.findFirst({ where: { id, requestAccount: visibleRequests(actor) } }),
}

/** The people for whom something is found, each asked as itself. */
export async function whoFinds(
  world: World,
  find: (actor: Actor) => Promise<unknown>,
): Promise<PersonName[]> {
  const found: PersonName[] = []
  for (const name of people) {
    const actor = world.people[name]
    if (await runAsActor(actor.membershipId, () => find(actor))) found.push(name)
  }
  return found.sort()
}
