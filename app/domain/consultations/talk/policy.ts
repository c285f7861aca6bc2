import type { Actor } from '#app/domain/access/actor.ts'
import type { MessageLane } from '../consultation.ts'
import { consultationPolicy } from '../policy.ts'

type Known = Parameters<typeof consultationPolicy.post>[1]

interface KnownMessage {
  authorId: string
  lane: MessageLane
}

export const talkPolicy = {
  /** One's own words, as long as one may still write there. */
  edit: (actor: Actor, known: Known, message: KnownMessage) =>
    message.authorId === actor.membershipId && consultationPolicy.post(actor, known, message.lane),
  /** Somebody else's words, as long as one may still write there. */
  react: (actor: Actor, known: Known, message: KnownMessage) =>
    message.authorId !== actor.membershipId && consultationPolicy.post(actor, known, message.lane),
}
