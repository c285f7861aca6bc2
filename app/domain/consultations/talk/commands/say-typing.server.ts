import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { announceTyping } from '#app/domain/events/presence/presence.server.ts'
import { laneSides, type MessageLane } from '../../consultation.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation } from '../../queries/consultation.server.ts'

/** What was said less than a second ago need not be said again: the other side keeps showing it for some seconds. */
const saidLately = new Set<string>()

/**
 * Tells those who have the thread open, and read that lane, that the actor is writing into it. It is gone after some
 * seconds and leaves nothing behind: no state, no event.
 * @throws NotFound, Forbidden for who could not send it
 */
export async function sayTyping(actor: Actor, consultationId: string, lane: MessageLane): Promise<void> {
  const consultation = await getConsultation(actor, consultationId)
  authorize(consultationPolicy.post(actor, consultation, lane))
  const said = `${actor.membershipId} ${consultationId} ${lane}`
  if (saidLately.has(said)) return
  saidLately.add(said)
  setTimeout(() => saidLately.delete(said), 1_000).unref()
  announceTyping(actor, `consultation:${consultation.id}`, laneSides[lane])
}
