import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { settledMails } from '#app/platform/metrics.server.ts'
import type { Destination } from '../address.server.ts'
import { receivedMailEvents } from '../events.ts'
import type { HeldReason, IgnoredReason, RefusedReason } from '../mail.ts'
import type { Refused, Speaker } from './speaker.server.ts'

export type Outcome =
  | { status: 'ignored'; reason: IgnoredReason }
  | { status: 'refused'; reason: RefusedReason; isProven: boolean }
  /** Somebody who sends a hundred mails in another's name does not make the bell ring a hundred times. */
  | { status: 'held'; reason: HeldReason; isTold: boolean }

/** What is known of the one in whose name a mail came: what stands in its row decides who may see it. */
export function namedIn(
  speaker: Speaker | Refused,
  destination: Destination,
): Prisma.ReceivedMailUpdateInput {
  const where =
    destination.kind === 'reply'
      ? { consultationId: destination.consultationId, lane: destination.lane }
      : destination.kind === 'question'
        ? { supplierId: destination.supplierId, function: destination.function }
        : {}
  if ('refused' in speaker) {
    const { actor } = speaker
    if (actor) return { ...where, ...personOf(actor), membershipId: actor.membershipId }
    // Nobody's mail to a supplier is for the eyes of the supplier's administrator.
    if (destination.kind !== 'question') return where
    return { ...where, organizationId: destination.supplierId, side: 'supplier' }
  }
  const { actors, accountId, userId } = speaker
  const [only, ...others] = actors
  if (!only || others.length > 0) return { ...where, userId }
  return { ...where, ...personOf(only), accountId, membershipId: only.membershipId }
}

const personOf = ({ userId, organizationId, side }: Actor) => ({ userId, organizationId, side })

/**
 * Ends the way of a mail that does not become a message now. Whoever is named in it hears of it when it waits for its word,
 * and of a refusal when it certainly wrote it: nobody is told by us what a stranger sent.
 */
export async function unscopedSettle(
  id: string,
  outcome: Outcome,
  speaker?: Speaker | Refused,
): Promise<void> {
  const { status, reason } = outcome
  const isDone = await unscopedPrisma().$transaction(async (tx) => {
    const { count } = await tx.receivedMail.updateMany({
      where: { id, status: 'received' },
      data: { status, reason, settledAt: status === 'held' ? null : now() },
    })
    const told = count === 1 ? toTell(outcome, speaker) : null
    if (told) {
      const { actor, memberIds, accountId, number } = told
      const { organizationId, side } = actor
      const event = status === 'held' ? receivedMailEvents.held : receivedMailEvents.refused
      // The record belongs to the account where there is one: colleagues outside it do not learn of it.
      const subject = { id, organizationId, accountId }
      await record(tx, null, event(subject, { number, memberIds, reason }, side))
    }
    return count === 1
  })
  if (isDone) settledMails.inc({ status, reason })
}

function toTell(outcome: Outcome, speaker?: Speaker | Refused) {
  if (!speaker || outcome.status === 'ignored') return null
  if (outcome.status === 'refused' ? !outcome.isProven : !outcome.isTold) return null
  if ('refused' in speaker) {
    const { actor } = speaker
    return actor ? { actor, memberIds: [actor.membershipId], accountId: null, number: '' } : null
  }
  const { actors, accountId, number } = speaker
  const [actor] = actors
  const memberIds = actors.map(({ membershipId }) => membershipId)
  return actor ? { actor, memberIds, accountId, number } : null
}
