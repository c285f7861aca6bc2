import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma, runAsActor, type Tx, transact } from '#app/platform/database/database.server.ts'
import { DomainError, Forbidden } from '#app/platform/errors.ts'
import { acceptAnswer } from '../../commands/accept.server.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import type { Destination, MailedAnswer } from '../address.server.ts'
import { receivedMailEvents } from '../events.ts'
import type { IgnoredReason, TakenReason } from '../mail.ts'
import { claimMail } from './claim.server.ts'

/** What a word of acceptance came to; null where it was none. */
export type Acceptance = TakenReason | Extract<IgnoredReason, 'acceptedAlready'> | null

interface Word {
  id: string
  destination: Destination | null
  hasFiles: boolean
}

/**
 * Accepts the answer that the answered mail brought, by the command of the page, and marks the mail taken in the same
 * transaction. It accepts that answer, wording and record or nothing: `reason` says what the word came to, and the
 * caller posts as a message what accepted nothing.
 * @throws AlreadyTaken
 */
export async function acceptByMail(actor: Actor, { id, destination, hasFiles }: Word): Promise<Acceptance> {
  if (destination?.kind !== 'reply' || destination.lane !== 'shared' || actor.side !== 'customer') return null
  const { consultationId, answer } = destination
  if (!answer) return (await couldAccept(actor, consultationId)) ? 'noAnswer' : null
  if (hasFiles) return 'withFiles'
  try {
    await runAsActor(actor.membershipId, () =>
      transact(async (tx) => {
        await claimMail(tx, actor, { id, reason: 'accepted' })
        const { decisionId, ...accepted } = answer
        await acceptAnswer(actor, consultationId, {
          ...{ ...accepted, decisionId: decisionId ?? undefined },
          isFromMail: true,
        })
        await tx.receivedMail.update({ where: { id }, data: { consultationId } })
      }),
    )
    return 'accepted'
  } catch (error) {
    if (error instanceof Forbidden) return 'mayNotAccept'
    if (!(error instanceof DomainError)) throw error
    return (await isAccepted(actor, consultationId, answer)) ? 'acceptedAlready' : 'answerGone'
  }
}

/** Whether an answer waits there for the word of this one. */
const couldAccept = (actor: Actor, consultationId: string): Promise<boolean> =>
  runAsActor(actor.membershipId, async () => {
    const known = await getConsultation(actor, consultationId)
    return known.status === 'answered' && consultationPolicy.accept(actor, known)
  })

const isAccepted = (actor: Actor, id: string, { messageId }: MailedAnswer): Promise<boolean> =>
  runAsActor(actor.membershipId, async () => {
    const where = { id, status: 'accepted' as const, acceptedMessageId: messageId }
    return (await prisma.consultation.count({ where })) > 0
  })

/** Leaves a word aside that says again what is so. */
export const leaveAside = (actor: Actor, id: string): Promise<unknown> =>
  runAsActor(actor.membershipId, async () =>
    prisma.receivedMail.updateMany({
      where: { id, status: { in: ['received', 'held'] } },
      data: { status: 'ignored', reason: 'acceptedAlready', settledAt: now() },
    }),
  )

/** Tells whoever wrote the word, for the customer, that it accepted nothing and stands as a message. */
export async function tellNotAccepted(
  tx: Tx,
  actor: Actor,
  { id, consultationId, reason }: { id: string; consultationId: string; reason: string },
): Promise<void> {
  const known = await getConsultation(actor, consultationId, tx)
  const { organizationId, side, membershipId } = actor
  const payload = { number: namedConsultation(known).number, memberIds: [membershipId], reason }
  await record(tx, actor, receivedMailEvents.notAccepted({ id, organizationId }, payload, side))
}
