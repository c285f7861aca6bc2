import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { laneSides } from '../../consultation.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { talkEvents } from '../events.ts'
import type { ReactionInput } from '../forms.ts'
import { talkPolicy } from '../policy.ts'
import { getMessage, type MessagePlace } from '../queries/message.server.ts'

/**
 * Gives a reaction to somebody else's message, or takes it back. What is so already stays so, and leaves no event: whoever
 * clicks twice meant it once.
 * @throws NotFound, Forbidden
 */
export async function react(actor: Actor, place: MessagePlace, { kind, isOn }: ReactionInput): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, place.consultationId, tx)
    const { id: messageId, lane, authorId, ...message } = await getMessage(actor, place, tx)
    authorize(talkPolicy.react(actor, consultation, { ...message, lane, authorId }))
    // The message's row is the lock: of two who are the first at once one is.
    await tx.$queryRaw`SELECT 1 FROM message WHERE id = ${messageId}::uuid FOR UPDATE`
    const { membershipId } = actor
    const key = { messageId, membershipId, kind }
    const where = { consultationId: consultation.id, accountId: consultation.accountId, lane }
    const { count } = isOn
      ? await tx.messageReaction.createMany({
          data: [{ ...key, ...where, createdAt: now() }],
          skipDuplicates: true,
        })
      : await tx.messageReaction.deleteMany({ where: key })
    if (count === 0) return
    const payload = { ...namedConsultation(consultation), messageId, lane, kind }
    const event = isOn
      ? talkEvents.reacted(
          consultation,
          { ...payload, authorId, isFirst: await isFirst(tx, consultation.id, messageId) },
          laneSides[lane],
        )
      : talkEvents.reactionTakenBack(consultation, payload, laneSides[lane])
    await record(tx, actor, event)
  })
}

/** Nobody has reacted to it before, nor taken that back. */
async function isFirst(tx: Tx, consultationId: string, messageId: string): Promise<boolean> {
  const earlier = await tx.event.findFirst({
    where: {
      ...{ subjectId: consultationId, type: 'consultation.reacted' },
      payload: { path: ['messageId'], equals: messageId },
    },
    select: { id: true },
  })
  return earlier === null
}
