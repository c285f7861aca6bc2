import type { MemberFunction } from '#app/domain/access/actor.ts'

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

/** The deadline that counts at present: of the acknowledgement, then of the response; null when nothing is awaited. */
export function awaitedBy(
  quorum: readonly QuorumLine[],
  { acknowledgements, facts, isWithdrawn }: RequestFacts,
  { acknowledgeBy, respondBy }: RequestTerms,
): Date | null {
  if (isWithdrawn || outcomeOf(facts) || facts.some(({ kind }) => kind === 'implemented')) return null
  return missingOf(quorum, acknowledgements).length > 0 ? acknowledgeBy : respondBy
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
    const asked = facts.findLast(({ kind }) => /^(information|samples)_requested$/.test(kind))
    return (asked?.kind as RequestState | undefined) ?? 'acknowledged'
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
