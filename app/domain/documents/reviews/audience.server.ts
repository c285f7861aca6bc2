import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { authorOf, writers } from '../audience.server.ts'
import type { ReviewEventType } from './events.ts'
import { listAsked } from './queries/asked.server.ts'

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

/** Those whom the event itself names. */
const named: Audience = async (event) => textsOf(event.payload.memberIds)

/** The author, and those who can release it now: the approvers, without a rule whoever writes documents. */
const authorAndApprovers: Audience = async (event, database) => {
  const approvers = await listAsked(database, event.subjectId, Number(event.payload.version), ['approver'])
  return [
    ...(await authorOf(event, database)),
    ...(approvers.length > 0 ? approvers : await writers(event, database)),
  ]
}

/** The author, the owner of the document, and who decided the release. */
const whoCountsOnIt: Audience = async (event, database) => {
  const document = await database.document.findUnique({
    where: { id: event.subjectId },
    select: { ownerId: true },
  })
  const approvers = await listAsked(database, event.subjectId, Number(event.payload.version), ['approver'])
  const { decidedById } = event.payload
  return [
    ...(await authorOf(event, database)),
    ...approvers,
    ...(document ? [document.ownerId] : []),
    ...(typeof decidedById === 'string' ? [decidedById] : []),
  ]
}

/** Those who may change the rules: a colleague's change concerns them. */
const whoKeepsRules: Audience = async (event, database) => {
  const members = await database.membership.findMany({
    where: {
      organizationId: event.organizationId,
      side: 'supplier',
      deactivatedAt: null,
      OR: [{ isAdministrator: true }, { functions: { has: 'quality' } }],
    },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** Who hears of what. The one who acted is left out by whoever tells them. */
export const reviewsAudience = {
  'document.reviewApproved': authorOf,
  'document.reviewCompleted': authorAndApprovers,
  'document.changesRequested': authorOf,
  'document.reviewersAdded': named,
  'document.checklistChanged': nobody,
  'document.reviewReminded': named,
  'document.releaseScheduled': whoCountsOnIt,
  'document.releaseCancelled': whoCountsOnIt,
  'document.releaseRefused': whoCountsOnIt,
  'reviewRule.changed': whoKeepsRules,
  'reviewRule.removed': whoKeepsRules,
} satisfies Record<ReviewEventType, Audience>
