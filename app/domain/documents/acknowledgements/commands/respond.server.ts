import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import type { Response } from '../engine/states.ts'
import { acknowledgementEvents } from '../events.ts'
import { appendEvidence, lockChain } from '../evidence/chain.server.ts'
import { personOf } from '../evidence/person.ts'
import type { InformInput, RequestMoreInput, RespondInput } from '../forms.ts'
import { acknowledgementPolicy } from '../policy.ts'
import { type AcknowledgementRequestView, getRequest } from '../queries/request.server.ts'
import { namedRequest, subjectOf } from './named-request.ts'

/** What may still be answered. A condition or a rejection can be taken further; an acceptance stands. */
const answerable = [
  'delivered',
  'acknowledged',
  'information_requested',
  'samples_requested',
  'overdue',
  'conditional',
  'rejected',
]

/**
 * Answers for the account. Who answers has acknowledged; an acceptance, with or without a condition, needs the whole
 * quorum, a rejection does not.
 */
export async function respond(actor: Actor, documentId: string, input: RespondInput): Promise<void> {
  await transact(async (tx) => {
    const request = await lockedRequest(tx, actor, { documentId, version: input.version })
    authorize(acknowledgementPolicy.respond(actor, request))
    requireAnswerable(actor, request, input.outcome)
    await writeFact(tx, actor, request, { kind: input.outcome, text: input.text })
    const payload = { ...namedRequest(request), text: input.text }
    const subject = subjectOf(request)
    const events = acknowledgementEvents
    if (input.outcome === 'accepted') await record(tx, actor, events.accepted(subject, payload))
    else if (input.outcome === 'rejected') await record(tx, actor, events.rejected(subject, payload))
    else await record(tx, actor, events.acceptedConditionally(subject, payload))
  })
}

function requireAnswerable(actor: Actor, request: AcknowledgementRequestView, outcome: Response): void {
  if (request.state === 'deemed_accepted') throw new Conflict('acknowledgements:error.deemedAccepted')
  if (!request.respondBy || !answerable.includes(request.state)) {
    throw new Conflict('acknowledgements:error.notAwaited')
  }
  if (!request.acknowledgements.some((each) => each.memberId === actor.membershipId)) {
    throw new Conflict('acknowledgements:error.acknowledgeFirst')
  }
  if (outcome !== 'rejected' && request.missing.length > 0) {
    throw new Conflict('acknowledgements:error.quorumMissing')
  }
}

/** Asks for samples, within the time that the contract gives for it, or for information. */
export async function requestMore(actor: Actor, documentId: string, input: RequestMoreInput): Promise<void> {
  await transact(async (tx) => {
    const request = await lockedRequest(tx, actor, { documentId, version: input.version })
    authorize(acknowledgementPolicy.requestMore(actor, request))
    if (!answerable.includes(request.state) && request.state !== 'sent') {
      throw new Conflict('acknowledgements:error.notAwaited')
    }
    const wantsSamples = input.kind === 'samples_requested'
    if (wantsSamples && !request.samplesBy) throw new Conflict('acknowledgements:error.notAwaited')
    if (wantsSamples && request.samplesBy && now() >= request.samplesBy) {
      throw new Conflict('acknowledgements:error.samplesTooLate')
    }
    await writeFact(tx, actor, request, input)
    const payload = { ...namedRequest(request), text: input.text }
    const subject = subjectOf(request)
    const event = wantsSamples
      ? acknowledgementEvents.samplesRequested(subject, payload)
      : acknowledgementEvents.informationRequested(subject, payload)
    await record(tx, actor, event)
  })
}

/**
 * Answers what an account asked: from now on the time for its response runs again.
 * @throws Conflict when nothing is asked
 */
export async function giveInformation(actor: Actor, documentId: string, input: InformInput): Promise<void> {
  const { version, accountId, text } = input
  await transact(async (tx) => {
    const request = await lockedRequest(tx, actor, { documentId, version, accountId })
    authorize(acknowledgementPolicy.inform(actor, request))
    if (!request.waitingSince) throw new Conflict('acknowledgements:error.nothingAsked')
    await writeFact(tx, actor, request, { kind: 'information_given', text })
    const functions = request.quorum.map((line) => line.function)
    const payload = { ...namedRequest(request), text, functions }
    await record(tx, actor, acknowledgementEvents.informationGiven(subjectOf(request), payload))
  })
}

/** Says that what an account accepted is carried out. */
export async function markImplemented(
  actor: Actor,
  documentId: string,
  input: { version: number; accountId: string },
): Promise<void> {
  await transact(async (tx) => {
    const request = await lockedRequest(tx, actor, { documentId, ...input })
    authorize(acknowledgementPolicy.implement(actor, request))
    if (!['accepted', 'conditional', 'deemed_accepted'].includes(request.state)) {
      throw new Conflict('acknowledgements:error.notAccepted')
    }
    await writeFact(tx, actor, request, { kind: 'implemented', text: '' })
    const functions = request.quorum.map((line) => line.function)
    const payload = { ...namedRequest(request), functions }
    await record(tx, actor, acknowledgementEvents.implemented(subjectOf(request), payload))
  })
}

/** The request as nobody else can change it any more before this transaction is over. */
async function lockedRequest(
  tx: Tx,
  actor: Actor,
  asked: { documentId: string; version: number; accountId?: string },
): Promise<AcknowledgementRequestView> {
  const found = await getRequest(actor, asked, tx)
  await lockChain(tx, found.id)
  return getRequest(actor, asked, tx)
}

type FactKind = Response | RequestMoreInput['kind'] | 'implemented' | 'information_given'

async function writeFact(
  tx: Tx,
  actor: Actor,
  request: AcknowledgementRequestView,
  { kind, text }: { kind: FactKind; text: string },
): Promise<void> {
  const at = now()
  const fact = await tx.acknowledgementFact.create({
    data: {
      requestAccountId: request.id,
      accountId: request.accountId,
      kind,
      text,
      once: kind === 'implemented' ? kind : null,
      memberId: actor.membershipId,
      occurredAt: at,
    },
    select: { id: true },
  })
  const details: Record<string, string> = text ? { text } : {}
  await appendEvidence(tx, request.id, { kind, key: `fact:${fact.id}`, at, by: personOf(actor), details })
}
