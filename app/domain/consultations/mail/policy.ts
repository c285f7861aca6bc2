import type { Actor } from '#app/domain/access/actor.ts'
import { isSupplier } from '#app/domain/access/policy.ts'
import type { ReceivedMailStatus } from './mail.ts'

interface Known {
  status: ReceivedMailStatus
  userId: string | null
  /** The membership that the mail speaks for, once there is but one. */
  membershipId: string | null
}

export const receivedMailPolicy = {
  /** Only the person whose name it bears knows whether it wrote the mail, and says so as whom it was written. */
  confirm: (actor: Actor, known: Known) =>
    known.userId === actor.userId &&
    (known.membershipId === null || known.membershipId === actor.membershipId),
  discard: (actor: Actor, known: Known) => known.userId === actor.userId,
  setQuestionAddress: (actor: Actor) => isSupplier(actor) && actor.isAdministrator,
}
