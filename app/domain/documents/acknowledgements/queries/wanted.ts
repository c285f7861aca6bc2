import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { lastDayOf } from '../engine/deadlines.ts'
import { missingOf } from '../engine/states.ts'

/** What the page of a version asks beside its text: it is one relation more in a statement that is there already. */
export const wantedSelect = {
  acknowledgeBy: true,
  timeZone: true,
  request: {
    select: { statement: true, quorum: { select: { function: true, count: true } } },
  },
  acknowledgements: { select: { memberId: true, function: true } },
} satisfies Prisma.AcknowledgementRequestAccountSelect

type Row = Prisma.AcknowledgementRequestAccountGetPayload<{ select: typeof wantedSelect }>

export interface WantedAcknowledgement {
  documentId: string
  version: number
  statement: string
  functions: MemberFunction[]
  lastDay: string
  isOverdue: boolean
}

/** The functions of the actor of which the account still misses acknowledgements, and its own are not among them. */
export function wantedOf(actor: Actor, row: Row | undefined, at: Date) {
  if (!row || actor.side !== 'customer') return null
  const given = row.acknowledgements.map((each) => ({ ...each, at }))
  const functions = missingOf(row.request.quorum, given)
    .map((line) => line.function)
    .filter(
      (fn) =>
        actor.functions.includes(fn) &&
        !given.some((each) => each.memberId === actor.membershipId && each.function === fn),
    )
  if (functions.length === 0) return null
  return {
    functions,
    statement: row.request.statement,
    lastDay: lastDayOf(row.acknowledgeBy, row.timeZone),
    isOverdue: at >= row.acknowledgeBy,
  }
}
