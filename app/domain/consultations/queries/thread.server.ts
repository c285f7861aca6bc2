import type { Actor } from '#app/domain/access/actor.ts'
import { isId, requireId } from '#app/domain/access/ids.ts'
import { citationsOf } from '#app/domain/documents/citations/queries/shown.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { checklistsOf } from '../checklists/queries/checklists.server.ts'
import { openClocks } from '../clocks/queries/open.server.ts'
import { messagesOnPage } from '../consultation.ts'
import { decisionsOf } from '../decisions/queries/decision.server.ts'
import { guestsReading } from '../guests/scope.server.ts'
import { linkedOf } from '../linking/queries/related.server.ts'
import { offersOf } from '../offers/queries/thread.server.ts'
import { standingOf } from '../participants/standing.ts'
import { partsOf } from '../parts/scope.server.ts'
import { awayNow } from '../routing/queries/absences.server.ts'
import { visibleConsultations, visibleMessageFiles, visibleMessages } from '../scope.server.ts'
import { workOf } from '../work/queries/thread.server.ts'

const person = { select: { id: true, name: true, side: true } } satisfies { select: Prisma.MembershipSelect }
const organization = { select: { id: true, name: true, timeZone: true } }

const message = (actor: Actor) =>
  ({
    citations: citationsOf(actor),
    id: true,
    consultationId: true,
    lane: true,
    body: true,
    language: true,
    createdAt: true,
    edits: true,
    editedAt: true,
    author: { select: { ...person.select, guestSeat: { select: { organizationName: true } } } },
    quote: { select: { quotedId: true, text: true, quoted: { select: { author: person } } } },
    reactions: {
      orderBy: { createdAt: 'asc' },
      select: { kind: true, member: { select: { id: true, name: true } } },
    },
    mentions: { select: { member: { select: { id: true, name: true } } } },
    files: {
      orderBy: { position: 'asc' },
      select: { file: { select: { id: true, name: true, size: true, type: true } } },
    },
  }) satisfies Prisma.MessageSelect

/** Which messages of a thread: those before one, or those up to one. */
export interface ThreadPage {
  before?: string | null
  upTo?: string | null
}

const columns = {
  ...{ id: true, accountId: true, organizationId: true, number: true, subject: true, language: true },
  ...{ status: true, urgency: true, function: true, askedById: true, assigneeId: true, documentId: true },
  ...{ answerMessageId: true, acceptedMessageId: true, createdAt: true, lastActivityAt: true },
  orderNumber: true,
} as const

/** The newest messages of a page, and one more where there are earlier ones. */
function messagesOf(actor: Actor, { before, upTo }: ThreadPage) {
  const earlier = isId(before) ? { id: { lt: before } } : isId(upTo) ? { id: { lte: upTo } } : {}
  return {
    where: { ...visibleMessages(actor), ...earlier },
    orderBy: { id: 'desc' },
    take: messagesOnPage + 1,
    select: message(actor),
  } satisfies Prisma.Consultation$messagesArgs
}

/** The whole thread in one statement, but for the messages of what was merged into it, which hardly any has. */
function thread(actor: Actor, page: ThreadPage) {
  const standing = standingOf(actor)
  return {
    ...columns,
    participants: standing.participants,
    ...guestsReading(),
    account: {
      select: { ...standing.account, closedAt: true, supplier: organization, customer: organization },
    },
    product: { select: { id: true, number: true, name: true } },
    askedBy: person,
    writtenDownBy: person,
    // The account of the thread is in the actor's scope, and both sides read what was filled in.
    sheet: { select: { name: true, rows: true } },
    assignee: { select: { ...person.select, absences: awayNow() } },
    ...decisionsOf,
    ...workOf(actor),
    // The account of the thread is in the actor's scope, and both sides read the same clocks.
    clocks: openClocks,
    views: { where: { membershipId: actor.membershipId }, select: { seenAt: true } },
    messages: messagesOf(actor, page),
    ...checklistsOf(actor),
    ...linkedOf(actor),
    ...partsOf(actor),
    ...offersOf(actor),
    // What was merged into it, to whoever reads that as well: nobody is shown more than before.
    mergedHere: {
      where: { consultation: visibleConsultations(actor) },
      select: { askedById: true, consultation: { select: { id: true, number: true } } },
    },
  } satisfies Prisma.ConsultationSelect
}

type ThreadRow = Prisma.ConsultationGetPayload<{ select: ReturnType<typeof thread> }>
export type ThreadMessage = ThreadRow['messages'][number]
export type Thread = Omit<ThreadRow, 'views' | 'messages'> & {
  /** In the order in which they were written. */
  messages: ThreadMessage[]
  /** Whether there are messages before the first of these. */
  hasEarlier: boolean
  /** The instant of the newest thing in it. */
  newestAt: Date
  /** Whether that has come since the actor saw the thread last. */
  isUnread: boolean
}

/**
 * A consultation with its messages, the newest ones or those before or up to another.
 * @throws NotFound
 */
export async function getThread(
  actor: Actor,
  id: string,
  page: ThreadPage = {},
  db: Database = prisma,
): Promise<Thread> {
  const found = await db.consultation.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleConsultations(actor)] },
    select: thread(actor, page),
  })
  if (!found) throw new NotFound()
  const { views, messages: own, ...consultation } = found
  const taken = await takenMessages(actor, found.mergedHere, { page, db })
  // Ids follow time.
  const messages = taken.length === 0 ? own : [...own, ...taken].sort((a, b) => (a.id < b.id ? 1 : -1))
  const newestAt = Math.max(consultation.lastActivityAt.getTime(), messages[0]?.createdAt.getTime() ?? 0)
  return {
    ...consultation,
    messages: messages.slice(0, messagesOnPage).reverse(),
    hasEarlier: messages.length > messagesOnPage,
    newestAt: new Date(newestAt),
    isUnread: newestAt > (views[0]?.seenAt.getTime() ?? 0),
  }
}

interface Of {
  page: ThreadPage
  db: Database
}

async function takenMessages(actor: Actor, merged: ThreadRow['mergedHere'], { page, db }: Of) {
  if (merged.length === 0) return []
  const { where, ...rest } = messagesOf(actor, page)
  const ids = merged.map(({ consultation }) => consultation.id)
  return db.message.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [where, { consultationId: { in: ids } }] },
    ...rest,
  })
}

/** One message of a thread, when it is not on the page that is shown. */
export async function findMessage(
  actor: Actor,
  consultationId: string,
  messageId: string,
  db: Database = prisma,
): Promise<ThreadMessage | null> {
  return db.message.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: messageId, consultationId }, visibleMessages(actor)] },
    select: message(actor),
  })
}

/**
 * A file of a message that the actor reads, with what serving it needs.
 * @throws NotFound
 */
export async function getMessageFile(
  actor: Actor,
  id: { consultationId: string; fileId: string },
  db: Database = prisma,
) {
  const found = await db.messageFile.findFirst({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        { consultationId: requireId(id.consultationId), fileId: requireId(id.fileId) },
        visibleMessageFiles(actor),
      ],
    },
    select: { lane: true, messageId: true, file: true },
  })
  if (!found) throw new NotFound()
  return found
}
