import type { Actor, Side } from '#app/domain/access/actor.ts'
import { participantPolicy } from '../participants/policy.ts'

type Known = Parameters<typeof participantPolicy.name>[1]

/** Whoever names people of the own side lets a guest in; either side ends it, and the one that invited gives it more time. */
export const guestPolicy = {
  invite: participantPolicy.name,
  change: (actor: Actor, known: Known, side: Side) =>
    side === actor.side && participantPolicy.name(actor, known),
  end: (actor: Actor, known: Known) => participantPolicy.remove(actor, known, ''),
}
