import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { laneSides, type MessageLane } from '../consultation.ts'
import { consultationEvents } from '../events.ts'
import type { MessageInput } from '../forms.ts'
import { consultationPolicy } from '../policy.ts'
import { getConsultation, namedConsultation } from '../queries/consultation.server.ts'
import { writeMessage } from './write-message.server.ts'

const posted = {
  shared: consultationEvents.messagePosted,
  internal: consultationEvents.internalNotePosted,
  private: consultationEvents.privateNotePosted,
} satisfies Record<MessageLane, unknown>

/**
 * Adds a message for both sides, or a note for the own one, to a thread. Notes leave the thread's place in the lists
 * as it is: the other side would see that something happened.
 */
export async function postMessage(
  actor: Actor,
  consultationId: string,
  input: MessageInput & { isFromMail?: boolean },
): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.post(actor, consultation, input.lane))
    const written = await writeMessage(tx, actor, consultation, input)
    const payload = { ...namedConsultation(consultation), ...written }
    await record(tx, actor, posted[input.lane](consultation, payload, laneSides[input.lane]))
    return written.messageId
  })
}
