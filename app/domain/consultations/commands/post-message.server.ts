import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { laneSides, type MessageLane } from '../consultation.ts'
import { consultationEvents } from '../events.ts'
import type { MessageInput } from '../forms.ts'
import { movesOfWriting, requireMove } from '../moves.ts'
import { consultationPolicy } from '../policy.ts'
import { getConsultation, type KnownConsultation, namedConsultation } from '../queries/consultation.server.ts'
import { writeMessage } from './write-message.server.ts'

const posted = {
  shared: consultationEvents.messagePosted,
  internal: consultationEvents.internalNotePosted,
  private: consultationEvents.privateNotePosted,
} satisfies Record<MessageLane, unknown>

/**
 * Adds a message for both sides, which says who has the next word, or a note for the own one, to a thread. Notes leave the thread's place in the lists
 * as it is: the other side would see that something happened.
 */
export async function postMessage(
  actor: Actor,
  consultationId: string,
  input: MessageInput & { isFromMail?: boolean },
): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    if (consultation.status === 'merged') throw new Conflict('linking:error.isMerged')
    authorize(consultationPolicy.post(actor, consultation, input.lane))
    const isShared = input.lane === 'shared'
    const reopens = isShared && actor.side === 'customer' && consultation.status === 'closed'
    if (reopens) await openAgain(tx, consultation)
    const moves = isShared ? movesOfWriting(actor.side) : []
    const written = await writeMessage(tx, actor, consultation, { ...input, moves })
    const payload = { ...namedConsultation(consultation), ...written }
    await record(
      tx,
      actor,
      reopens
        ? consultationEvents.reopened(consultation, payload)
        : posted[input.lane](consultation, payload, laneSides[input.lane]),
    )
    return written.messageId
  })
}

/** What was closed without an answer and is written to by the customer is no longer settled. */
async function openAgain(tx: Tx, { id, status }: KnownConsultation): Promise<void> {
  const { count } = await tx.consultation.updateMany({
    where: { id, status },
    data: { status: requireMove(status, 'customerWrites'), answerMessageId: null },
  })
  if (count !== 1) throw new Conflict('common:error.changed')
}
