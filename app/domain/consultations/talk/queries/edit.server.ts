import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { sidesOf } from '../../queries/act.server.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { talkPolicy } from '../policy.ts'
import { getMessage, type MessagePlace, stands } from './message.server.ts'

/**
 * One's own message, for the page on which it is worded anew.
 * @throws NotFound, Forbidden
 */
export async function openEdit(actor: Actor, place: MessagePlace) {
  const known = await getConsultation(actor, place.consultationId)
  const message = await getMessage(actor, place)
  authorize(talkPolicy.edit(actor, known, message))
  const [isSettled, sides] = await Promise.all([stands(message.id), sidesOf(known)])
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    message: { id: message.id, lane: message.lane, body: message.body, edits: message.edits },
    stands: isSettled,
    sides,
  }
}
