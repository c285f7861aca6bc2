import { type Audience, nobody, type RecordedEvent } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { membersInAudience } from './audience-members.server.ts'
import { writingFunctions } from './document.ts'
import type { DocumentEventType } from './events.ts'
import { listAsked } from './reviews/queries/asked.server.ts'
import { subscribersOf } from './subscriptions/audience.server.ts'
import { coAuthors, thread } from './writing/audience.server.ts'

/** Who writes documents at the supplier: engineering and quality. */
export const writers: Audience = async (event, database) => {
  const members = await database.membership.findMany({
    where: {
      organizationId: event.organizationId,
      side: 'supplier',
      deactivatedAt: null,
      functions: { hasSome: [...writingFunctions] },
    },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** Whoever answers for the document at present. */
const whoOwnsIt: Audience = async (event, database) => {
  const document = await database.document.findUnique({
    where: { id: event.subjectId },
    select: { ownerId: true },
  })
  return document ? [document.ownerId] : []
}

/** Whom the submission asks to review or to release it; where nobody is named, whoever may release it. */
const reviewers: Audience = async (event, database) => {
  const asked = await listAsked(database, event.subjectId, Number(event.payload.version))
  return asked.length > 0 ? asked : writers(event, database)
}

export const authorOf: Audience = async (event, database) => {
  const version = await database.documentVersion.findFirst({
    where: { documentId: event.subjectId, version: Number(event.payload.version) },
    select: { authorId: true },
  })
  return version ? [version.authorId] : []
}

/** The customers' members whom the document is for, and its author. */
const readers: Audience = async (event, database) => [
  ...(await authorOf(event, database)),
  ...(await customersReaders(event, database)),
]

async function customersReaders(event: RecordedEvent, database: Database): Promise<string[]> {
  const audience = await database.documentAudience.findMany({
    where: { documentId: event.subjectId, document: { releasedVersionId: { not: null } } },
    select: { accountId: true, familyId: true, functions: true },
  })
  if (audience.length === 0) return []
  const members = await database.membership.findMany({
    where: membersInAudience(event.organizationId, audience),
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** Beside them whoever subscribed and may see it: colleagues of the supplier, and customers as far as they are readers. */
const readersAndSubscribers: Audience = async (event, database) => {
  const [told, subscribers] = await Promise.all([
    readers(event, database),
    subscribersOf(event.subjectId, database),
  ])
  const colleagues = subscribers.filter(
    ({ side, organizationId }) => side === 'supplier' && organizationId === event.organizationId,
  )
  return [...new Set([...told, ...colleagues.map(({ id }) => id)])]
}

/** Those who came to the audience of a released document: who was told of it or read it before hears nothing. */
const newReaders: Audience = async (event, database) => {
  const [members, told, read] = await Promise.all([
    customersReaders(event, database),
    database.notification.findMany({ where: { subjectId: event.subjectId }, select: { membershipId: true } }),
    database.documentReading.findMany({
      where: { documentId: event.subjectId },
      select: { membershipId: true },
    }),
  ])
  const known = new Set([...told, ...read].map((each) => each.membershipId))
  return members.filter((member) => !known.has(member))
}

/** Whoever was in the audience of what was withdrawn has to know it; a draft concerns its author alone. */
const whoReliesOnIt: Audience = (event, database) =>
  event.payload.wasReleased ? readers(event, database) : authorOf(event, database)

/** Of a review: the one who holds the text against the new version. */
const owner: Audience = async (event) => [String(event.payload.ownerId)]

/** Who hears of what. The one who acted is left out by whoever tells them. */
export const documentsAudience = {
  'document.created': nobody,
  'document.imported': nobody,
  'document.edited': nobody,
  'document.versionStarted': nobody,
  'document.parametersChanged': nobody,
  'document.submitted': reviewers,
  'document.returned': authorOf,
  'document.released': readersAndSubscribers,
  'document.commented': thread,
  'document.commentResolved': thread,
  'document.authorAdded': coAuthors,
  'document.authorRemoved': nobody,
  'document.translated': nobody,
  'document.translationReleased': authorOf,
  'document.withdrawn': whoReliesOnIt,
  'document.expiring': whoOwnsIt,
  'document.expired': whoOwnsIt,
  'document.effective': whoOwnsIt,
  'document.audienceChanged': newReaders,
  'document.ownerChanged': whoOwnsIt,
  'document.viewedAs': nobody,
  'document.opened': nobody,
  'document.downloaded': nobody,
  'document.reviewOpened': owner,
  'document.reviewDecided': nobody,
} satisfies Record<DocumentEventType, Audience>
