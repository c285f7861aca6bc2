import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { documentNumber } from '../../kinds.ts'
import { daysLeft, lastDayOf } from '../engine/deadlines.ts'
import {
  awaitedBy,
  missingOf,
  type RequestFacts,
  respondedBy,
  stateOf,
  waitingSince,
} from '../engine/states.ts'
import { visibleRequests } from '../scope.server.ts'

/** A mail that left, or an opening: the request has reached somebody. */
export const reachedKeys = ['delivered:', 'opened:']

export const requestSelect = {
  id: true,
  requestId: true,
  accountId: true,
  organizationId: true,
  documentId: true,
  versionId: true,
  isSilenceAcceptance: true,
  reminderDays: true,
  timeZone: true,
  askedAt: true,
  acknowledgeBy: true,
  respondBy: true,
  samplesBy: true,
  account: { select: { customer: { select: { name: true } } } },
  request: {
    select: {
      isResponseWanted: true,
      statement: true,
      contentHash: true,
      askedBy: { select: { name: true } },
      quorum: { select: { function: true, count: true }, orderBy: { function: 'asc' } },
    },
  },
  version: {
    select: {
      version: true,
      title: true,
      language: true,
      status: true,
      document: { select: { id: true, organizationId: true, kind: true, number: true, title: true } },
    },
  },
  acknowledgements: {
    orderBy: { id: 'asc' },
    select: {
      memberId: true,
      function: true,
      statement: true,
      acknowledgedAt: true,
      member: { select: { name: true } },
    },
  },
  facts: {
    orderBy: { id: 'asc' },
    select: { kind: true, text: true, once: true, occurredAt: true, member: { select: { name: true } } },
  },
  evidence: {
    where: { OR: reachedKeys.map((key) => ({ key: { startsWith: key } })) },
    select: { id: true },
    take: 1,
  },
} satisfies Prisma.AcknowledgementRequestAccountSelect

export type RequestRow = Prisma.AcknowledgementRequestAccountGetPayload<{ select: typeof requestSelect }>

/** What the engine of states needs to know of a row. */
export function factsOf(row: RequestRow): RequestFacts {
  return {
    isDelivered: row.evidence.length > 0,
    isWithdrawn: row.version.status === 'withdrawn',
    acknowledgements: row.acknowledgements.map(({ acknowledgedAt, ...each }) => ({
      ...each,
      at: acknowledgedAt,
    })),
    facts: row.facts.map(({ kind, occurredAt }) => ({ kind, at: occurredAt })),
  }
}

/** A request in an account as people look at it: its state at this moment, what is missing and until when. */
export function requestOf(row: RequestRow) {
  const { account, request, version, evidence: _, ...rest } = row
  const facts = factsOf(row)
  const at = now()
  const awaited = awaitedBy(request.quorum, facts, row)
  return {
    ...rest,
    ...request,
    askedBy: request.askedBy.name,
    customer: account.customer.name,
    version: version.version,
    title: version.title,
    language: version.language,
    versionStatus: version.status,
    document: {
      ...version.document,
      number: documentNumber(version.document.kind, version.document.number),
    },
    state: stateOf(request.quorum, facts, row, at),
    missing: missingOf(request.quorum, facts.acknowledgements),
    respondBy: respondedBy(facts.facts, row),
    /** The supplier owes information since. */
    waitingSince: facts.isWithdrawn ? null : waitingSince(facts.facts),
    lastDay: awaited && lastDayOf(awaited, row.timeZone),
    daysLeft: awaited && daysLeft(awaited, row.timeZone, at),
  }
}
export type AcknowledgementRequestView = ReturnType<typeof requestOf>

/** The requests about a version that the actor sees, by account. */
export async function listRequests(
  actor: Actor,
  version: { documentId: string; version: number },
  db: Database = prisma,
): Promise<AcknowledgementRequestView[]> {
  const { documentId } = version
  const rows = await db.acknowledgementRequestAccount.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ documentId, version: { version: version.version } }, visibleRequests(actor)] },
    select: requestSelect,
    orderBy: [{ account: { customer: { name: 'asc' } } }, { id: 'asc' }],
    take: 1000,
  })
  return rows.map(requestOf)
}

/**
 * The request about a version in one account: the customer's own, or that which is named.
 * @throws NotFound
 */
export async function getRequest(
  actor: Actor,
  asked: { documentId: string; version: number; accountId?: string },
  db: Database = prisma,
): Promise<AcknowledgementRequestView> {
  const { documentId, version, accountId } = asked
  const row =
    isId(documentId) && (accountId === undefined || isId(accountId))
      ? await db.acknowledgementRequestAccount.findFirst({
          relationLoadStrategy: 'join',
          where: { AND: [{ documentId, accountId, version: { version } }, visibleRequests(actor)] },
          select: requestSelect,
        })
      : null
  if (!row) throw new NotFound()
  return requestOf(row)
}
