import type { MemberFunction } from '#app/domain/access/actor.ts'
import { addDays, daysBetween, localDay } from './days.ts'
import { endOfDay, lastDayOf } from './deadlines.ts'

/** How far a request has come in an account (J-STD-046, IDTA 02036). `overdue`: the deadline passed and silence means nothing. */
export const requestStates = [
  'sent',
  'delivered',
  'acknowledged',
  'information_requested',
  'samples_requested',
  'accepted',
  'conditional',
  'rejected',
  'deemed_accepted',
  'overdue',
  'implemented',
  'withdrawn',
] as const
export type RequestState = (typeof requestStates)[number]

export const responses = ['accepted', 'conditional', 'rejected'] as const
export type Response = (typeof responses)[number]

export interface QuorumLine {
  function: MemberFunction
  count: number
}

/** What is known of a request in one account. */
export interface RequestFacts {
  /** Whether it reached somebody: the mail left the house, or the version was opened. */
  isDelivered: boolean
  acknowledgements: readonly { memberId: string; function: MemberFunction; at: Date }[]
  /** In the order in which they happened. */
  facts: readonly { kind: string; at: Date }[]
  /** The version was taken back. */
  isWithdrawn: boolean
}

/** Instants are the first that are too late. */
export interface RequestTerms {
  acknowledgeBy: Date
  /** Null when nothing but the acknowledgement is wanted. */
  respondBy: Date | null
  isSilenceAcceptance: boolean
  /** IANA zone of the account, in which days end. */
  timeZone: string
}

/** The functions of which acknowledgements are missing, and how many. A member counts once for a function. */
export function missingOf(
  quorum: readonly QuorumLine[],
  acknowledgements: RequestFacts['acknowledgements'],
): QuorumLine[] {
  return quorum.flatMap((line) => {
    const members = acknowledgements.filter((each) => each.function === line.function)
    const count = line.count - new Set(members.map((each) => each.memberId)).size
    return count > 0 ? [{ function: line.function, count }] : []
  })
}

const isResponse = (kind: string): kind is Response => (responses as readonly string[]).includes(kind)

/** The last response that was given, or the acceptance that silence meant; null before. */
export function outcomeOf(facts: RequestFacts['facts']): Response | 'deemed_accepted' | null {
  const last = facts.findLast(({ kind }) => isResponse(kind) || kind === 'deemed_accepted')
  return (last?.kind as Response | 'deemed_accepted' | undefined) ?? null
}

/** Since when the customer waits for information that it asked for; null when it waits for none. */
export function waitingSince(facts: RequestFacts['facts']): Date | null {
  if (outcomeOf(facts)) return null
  const given = facts.findLastIndex(({ kind }) => kind === 'information_given')
  return facts.slice(given + 1).find(({ kind }) => kind === 'information_requested')?.at ?? null
}

/** Calendar days of the account for which the supplier owed information and gave it: each begun day counts. */
function daysWaited(facts: RequestFacts['facts'], zone: string): number {
  let since: Date | null = null
  let days = 0
  for (const { kind, at } of facts) {
    if (kind === 'information_requested') since ??= at
    if (kind !== 'information_given' || !since) continue
    days += daysBetween(localDay(since, zone), localDay(at, zone)) + 1
    since = null
  }
  return days
}

/** The deadline of the response: the time for which the supplier owed information does not count. */
export function respondedBy(
  facts: RequestFacts['facts'],
  { respondBy, timeZone }: Pick<RequestTerms, 'respondBy' | 'timeZone'>,
): Date | null {
  const days = daysWaited(facts, timeZone)
  if (!respondBy || days === 0) return respondBy
  return endOfDay(addDays(lastDayOf(respondBy, timeZone), days), timeZone)
}

/**
 * The deadline that counts at present: of the acknowledgement, then of the response; null when nothing is awaited of
 * the customer, as while the supplier owes it information.
 */
export function awaitedBy(
  quorum: readonly QuorumLine[],
  { acknowledgements, facts, isWithdrawn }: RequestFacts,
  terms: RequestTerms,
): Date | null {
  if (isWithdrawn || outcomeOf(facts) || facts.some(({ kind }) => kind === 'implemented')) return null
  if (missingOf(quorum, acknowledgements).length > 0) return terms.acknowledgeBy
  return waitingSince(facts) ? null : respondedBy(facts, terms)
}

/** The state of a request in an account at an instant. What was recorded counts; the clock alone makes nothing but `overdue`. */
export function stateOf(
  quorum: readonly QuorumLine[],
  known: RequestFacts,
  terms: RequestTerms,
  now: Date,
): RequestState {
  const { facts, acknowledgements } = known
  if (known.isWithdrawn) return 'withdrawn'
  if (facts.some(({ kind }) => kind === 'implemented')) return 'implemented'
  const outcome = outcomeOf(facts)
  if (outcome) return outcome
  const deadline = awaitedBy(quorum, known, terms)
  if (deadline && now.getTime() >= deadline.getTime()) return 'overdue'
  if (missingOf(quorum, acknowledgements).length === 0) {
    if (waitingSince(facts)) return 'information_requested'
    return facts.some(({ kind }) => kind === 'samples_requested') ? 'samples_requested' : 'acknowledged'
  }
  return known.isDelivered || acknowledgements.length > 0 ? 'delivered' : 'sent'
}

/** What the passing of a deadline is to be recorded as at an instant; null when none passed or it is recorded already. */
export function passedDeadline(
  quorum: readonly QuorumLine[],
  known: RequestFacts,
  terms: RequestTerms,
  now: Date,
): { kind: 'deemed_accepted' | 'overdue'; deadline: Date } | null {
  if (stateOf(quorum, known, terms, now) !== 'overdue') return null
  const deadline = awaitedBy(quorum, known, terms)
  if (!deadline) return null
  if (terms.isSilenceAcceptance) return { kind: 'deemed_accepted', deadline }
  const isRecorded = known.facts.some(
    ({ kind, at }) => kind === 'overdue' && at.getTime() >= deadline.getTime(),
  )
  return isRecorded ? null : { kind: 'overdue', deadline }
}
