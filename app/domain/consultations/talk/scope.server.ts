import type { Actor } from '#app/domain/access/actor.ts'
import { lanesOf } from '../consultation.ts'
import { visibleConsultations } from '../scope.server.ts'

/** What hangs from a message (former wordings) is read by whoever reads the message. */
export function visibleWithMessage(actor: Actor) {
  return { lane: { in: lanesOf(actor.side) }, message: { consultation: visibleConsultations(actor) } }
}
