import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { visibleRequests } from '../scope.server.ts'
import { type AcknowledgementRequestView, requestOf, requestSelect } from './request.server.ts'

export interface WaitingRequest {
  id: string
  reason: 'toAcknowledge' | 'toRespond'
  number: string
  title: string
  documentId: string
  version: number
  organization: string | null
  since: Date
}

const awaitsAnswer = ['acknowledged', 'samples_requested', 'overdue']

/**
 * What a customer's member is waited for: its own acknowledgement while its account misses one of its function, and the
 * answer of the account once the quorum is complete. The nearest deadline first.
 */
export async function listWaitingRequests(
  actor: Actor,
  take: number,
  db: Database = prisma,
): Promise<WaitingRequest[]> {
  if (actor.side !== 'customer' || actor.functions.length === 0) return []
  const rows = await db.acknowledgementRequestAccount.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleRequests(actor),
        { version: { status: { in: ['released', 'superseded'] } } },
        { request: { quorum: { some: { function: { in: actor.functions } } } } },
        { facts: { none: { kind: { in: ['accepted', 'conditional', 'rejected', 'deemed_accepted'] } } } },
      ],
    },
    select: requestSelect,
    orderBy: [{ acknowledgeBy: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return rows
    .flatMap((row) => {
      const request = requestOf(row)
      const reason = reasonOf(actor, request)
      return reason ? [{ request, reason }] : []
    })
    .slice(0, take)
    .map(({ request, reason }) => ({
      id: request.id,
      reason,
      number: request.document.number,
      title: request.title,
      documentId: request.documentId,
      version: request.version,
      organization: null,
      since: request.askedAt,
    }))
}

function reasonOf(actor: Actor, request: AcknowledgementRequestView): WaitingRequest['reason'] | null {
  const isMissing = request.missing.some((line) => actor.functions.includes(line.function))
  const isDone = request.acknowledgements.some((each) => each.memberId === actor.membershipId)
  if (isMissing && !isDone) return 'toAcknowledge'
  const isAnswerWanted = request.respondBy !== null && request.missing.length === 0
  return isAnswerWanted && isDone && awaitsAnswer.includes(request.state) ? 'toRespond' : null
}
