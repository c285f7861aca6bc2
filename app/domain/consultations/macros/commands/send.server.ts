import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { pauseClocks } from '../../clocks/commands/pause.server.ts'
import { answerConsultation } from '../../commands/answer.server.ts'
import { assignConsultation } from '../../commands/assign.server.ts'
import { postMessage } from '../../commands/post-message.server.ts'
import type { AnswerInput, MessageInput } from '../../forms.ts'
import { canMove } from '../../moves.ts'
import { getConsultation, type KnownConsultation } from '../../queries/consultation.server.ts'
import { findOffered } from '../queries/offered.server.ts'

/**
 * Sends what a macro began: its acts run by the same commands as if one did them by hand, all or nothing, and its use is counted.
 * A note does not ask the customer anything.
 * @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function sendWithMacro(
  actor: Actor,
  consultationId: string,
  macroId: string,
  message: MessageInput,
): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    const macro = await findOffered(actor, consultation.accountId, macroId, tx)
    // Retired while one wrote: the text is one's own by then.
    if (!macro) return postMessage(actor, consultationId, message)
    const asksBack = macro.asksBack && message.lane === 'shared' && canMove(consultation.status, 'askBack')
    const { lane, ...words } = message
    const { assigneeId, status } = consultation
    // First: whoever asks back what nobody has takes it by that.
    if (macro.takesOver && canMove(status, 'assign') && assigneeId !== actor.membershipId) {
      const taken = { assigneeId: actor.membershipId, previousId: assigneeId ?? undefined }
      await assignConsultation(actor, consultationId, taken)
    }
    const messageId = asksBack
      ? await pauseClocks(actor, consultationId, { ...words, reason: 'waiting' })
      : await postMessage(actor, consultationId, message)
    await countUse(tx, actor, consultation, { macroId: macro.id, messageId })
    return messageId
  })
}

/**
 * The same for an answer, which takes over what nobody has anyway and waits for the customer's word by itself.
 * @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function answerWithMacro(
  actor: Actor,
  consultationId: string,
  macroId: string,
  answer: AnswerInput,
): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    const macro = await findOffered(actor, consultation.accountId, macroId, tx)
    const messageId = await answerConsultation(actor, consultationId, answer)
    if (macro && answer.body) await countUse(tx, actor, consultation, { macroId: macro.id, messageId })
    return messageId
  })
}

async function countUse(
  tx: Tx,
  { membershipId }: Actor,
  { id: consultationId, accountId }: KnownConsultation,
  use: { macroId: string; messageId: string },
): Promise<void> {
  await tx.macroUse.create({
    data: { ...use, consultationId, accountId, usedById: membershipId, usedAt: now() },
    select: { messageId: true },
  })
}
