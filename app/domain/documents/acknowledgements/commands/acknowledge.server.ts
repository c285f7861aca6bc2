import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { missingOf } from '../engine/states.ts'
import { acknowledgementEvents } from '../events.ts'
import { appendEvidence, lockChain } from '../evidence/chain.server.ts'
import { personOf } from '../evidence/person.ts'
import type { AcknowledgeInput } from '../forms.ts'
import { acknowledgementPolicy } from '../policy.ts'
import { getRequest } from '../queries/request.server.ts'
import { sameText, statementIn } from '../statement.server.ts'
import { namedRequest, subjectOf } from './named-request.ts'

/**
 * Declares for a function of the actor's that a version was received and read. It is about that version for ever, also
 * when another one is in force; what was withdrawn is acknowledged no more.
 */
export async function acknowledge(actor: Actor, documentId: string, input: AcknowledgeInput): Promise<void> {
  try {
    await transact((tx) => declare(tx, actor, documentId, input))
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('acknowledgements:error.acknowledgedAlready')
    throw error
  }
}

async function declare(tx: Tx, actor: Actor, documentId: string, input: AcknowledgeInput): Promise<void> {
  const asked = { documentId, version: input.version }
  const found = await getRequest(actor, asked, tx)
  authorize(acknowledgementPolicy.acknowledge(actor, found, input.function))
  await lockChain(tx, found.id)
  const request = await getRequest(actor, asked, tx)
  if (request.state === 'withdrawn') throw new Conflict('acknowledgements:error.withdrawn')
  const statement = statementIn(actor.language, request)
  if (!sameText(statement, input.statement)) throw new Conflict('acknowledgements:error.statementChanged')
  // What a released version says is immutable: the hash of the request is the hash of what was read.
  const { contentHash } = request
  const at = now()
  await tx.documentAcknowledgement.create({
    data: {
      requestAccountId: request.id,
      accountId: request.accountId,
      documentId: request.documentId,
      versionId: request.versionId,
      memberId: actor.membershipId,
      function: input.function,
      statement,
      contentHash,
      acknowledgedAt: at,
    },
    select: { id: true },
  })
  await appendEvidence(tx, request.id, {
    kind: 'acknowledged',
    key: `acknowledged:${actor.membershipId}:${input.function}`,
    at,
    by: personOf(actor),
    details: {
      function: input.function,
      statement,
      contentHash,
      version: request.version,
      versionStatus: request.versionStatus,
    },
  })
  const mine = { memberId: actor.membershipId, function: input.function, at }
  const given = request.acknowledgements.map((each) => ({ ...each, at: each.acknowledgedAt }))
  const isComplete = missingOf(request.quorum, [...given, mine]).length === 0
  const payload = { ...namedRequest(request), function: input.function, isComplete }
  await record(tx, actor, acknowledgementEvents.acknowledged(subjectOf(request), payload))
}
