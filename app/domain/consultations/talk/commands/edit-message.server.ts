import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { replaceCitations } from '#app/domain/documents/citations/cite.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { laneSides, languageOfText } from '../../consultation.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { talkEvents } from '../events.ts'
import type { EditInput } from '../forms.ts'
import { findMentioned, recordMentions } from '../mentions.server.ts'
import { talkPolicy } from '../policy.ts'
import { getMessage, type MessagePlace, stands } from '../queries/message.server.ts'

/**
 * Words one's own message anew; the database keeps the former wording. Files, lane and place in the thread stay. What was
 * accepted stands; of two edits at once the second is told.
 * @throws NotFound, Forbidden, Invalid when nothing changes, Conflict
 */
export async function editMessage(
  actor: Actor,
  place: MessagePlace,
  { body, edits }: EditInput,
): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, place.consultationId, tx)
    const message = await getMessage(actor, place, tx)
    authorize(talkPolicy.edit(actor, consultation, message))
    // The consultation's row is the lock between accepting an answer and wording it anew.
    await tx.$queryRaw`SELECT 1 FROM consultation WHERE id = ${consultation.id}::uuid FOR UPDATE`
    if (await stands(message.id, tx)) throw new Conflict('talk:error.stands')
    if (body === message.body) throw new Invalid('body', 'talk:error.sameWords')
    const { accountId, organizationId } = consultation
    const { lane } = message
    const named = await findMentioned(tx, actor, { lane, accountId, text: body })
    const { count } = await tx.message.updateMany({
      where: { id: message.id, edits },
      data: { body, language: languageOfText(body, actor.language), edits: edits + 1, editedAt: now() },
    })
    if (count !== 1) throw new Conflict('talk:error.editedMeanwhile')
    const source = { messageId: message.id, accountId, lane }
    await replaceCitations(tx, actor, source, { organizationId, text: body })
    const mentioned = await recordMentions(tx, { ...source, consultationId: consultation.id }, named)
    const edited = { messageId: message.id, lane, edit: edits + 1, mentioned }
    const payload = { ...namedConsultation(consultation), ...edited }
    await record(tx, actor, talkEvents.messageEdited(consultation, payload, laneSides[lane]))
  })
}
