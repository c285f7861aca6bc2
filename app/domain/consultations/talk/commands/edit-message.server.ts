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
    const { count } = await tx.message.updateMany({
      where: { id: message.id, edits },
      data: { body, language: languageOfText(body, actor.language), edits: edits + 1, editedAt: now() },
    })
    if (count !== 1) throw new Conflict('talk:error.editedMeanwhile')
    const { accountId, organizationId } = consultation
    const source = { messageId: message.id, accountId, lane: message.lane }
    await replaceCitations(tx, actor, source, { organizationId, text: body })
    const payload = { ...namedConsultation(consultation), messageId: message.id, edit: edits + 1 }
    await record(tx, actor, talkEvents.messageEdited(consultation, payload, laneSides[message.lane]))
  })
}
