import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { CaseSource } from '../case-of.ts'
import { lastSignatures, type SideSignature } from '../comparison.ts'
import { committedOutcome, type Outcome } from '../outcome.server.ts'
import { visibleComparisons } from '../scope.server.ts'
import { agreedFigures, agreedOutcome } from './agreed.server.ts'
import { type ComparisonAssumption, parts, sourceOf, terms } from './comparison.server.ts'

const organization = { select: { id: true, name: true } }
const person = { select: { id: true, name: true, side: true } } satisfies { select: Prisma.MembershipSelect }
const version = { select: { id: true, number: true } } satisfies { select: Prisma.ComparisonSelect }

function details(actor: Actor) {
  return {
    id: true,
    accountId: true,
    number: true,
    title: true,
    purpose: true,
    currency: true,
    discountRate: true,
    horizonYears: true,
    ...terms,
    status: true,
    revision: true,
    createdAt: true,
    updatedAt: true,
    sharedAt: true,
    ...{ ownerId: true, changedById: true, approvalAskedAt: true, approvedAt: true },
    ...{ trialFrom: true, endedAt: true, endReason: true },
    approvedBy: person,
    endedBy: person,
    previous: version,
    later: {
      where: { status: { in: ['agreed', 'trial', 'verified', 'closed'] } },
      select: version.select,
      take: 1,
    },
    owner: person,
    account: { select: { closedAt: true, supplier: organization, customer: organization } },
    ...parts,
    signatures: {
      orderBy: { revision: 'desc' },
      take: 10,
      select: {
        side: true,
        revision: true,
        hash: true,
        signedAt: true,
        signedBy: { select: { id: true, name: true } },
      },
    },
    agreements: agreedFigures,
    claims: { where: { withdrawnAt: null }, select: { id: true } },
    views: { where: { membershipId: actor.membershipId }, select: { seenAt: true } },
  } satisfies Prisma.ComparisonSelect
}

type Row = Prisma.ComparisonGetPayload<{ select: ReturnType<typeof details> }>
type Part =
  | 'discountRate'
  | 'inflation'
  | 'escalation'
  | 'options'
  | 'lines'
  | 'quantities'
  | 'assumptions'
  | 'signatures'
  | 'agreements'
  | 'views'

export type ComparisonDetails = Omit<Row, Part> &
  CaseSource & {
    assumptions: ComparisonAssumption[]
    /** What each side signed last. */
    signatures: SideSignature[]
    /** Whether it changed since the actor looked at it last. */
    isUnread: boolean
    outcome: Outcome
  }

/**
 * A comparison with everything that its page shows, in one statement, and its outcome.
 * @throws NotFound
 */
export async function getComparisonDetails(
  actor: Actor,
  id: string,
  db: Database = prisma,
): Promise<ComparisonDetails> {
  const row = await db.comparison.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleComparisons(actor)] },
    select: details(actor),
  })
  if (!row) throw new NotFound()
  const { views, signatures, agreements, ...rest } = row
  const comparison = { ...rest, ...sourceOf(row) }
  const outcome = agreedOutcome(row.status, agreements) ?? committedOutcome(comparison)
  const current = { revision: row.revision, hash: outcome.figures?.hash ?? null }
  return {
    ...comparison,
    outcome,
    signatures: lastSignatures(signatures, current).map(({ hash: _, ...signature }) => signature),
    isUnread: (views[0]?.seenAt.getTime() ?? 0) < row.updatedAt.getTime(),
  }
}

export interface HistoryEntry {
  id: string
  type: string
  actorName: string
  payload: Record<string, unknown>
  occurredAt: Date
}

/** What happened to it, the latest first. The draft's time is the supplier's alone. */
export async function listHistory(
  actor: Actor,
  comparisonId: string,
  db: Database = prisma,
): Promise<HistoryEntry[]> {
  const events = await db.event.findMany({
    where: { subjectId: comparisonId, OR: [{ side: null }, { side: actor.side }] },
    select: { id: true, type: true, actorName: true, payload: true, occurredAt: true },
    orderBy: { id: 'desc' },
    take: 30,
  })
  return events.map((event) => ({ ...event, payload: event.payload as Record<string, unknown> }))
}
