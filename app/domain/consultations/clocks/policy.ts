import type { Actor } from '#app/domain/access/actor.ts'
import { isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import type { ConsultationStatus } from '../consultation.ts'
import { type Standing, stands } from '../participants/standing.ts'

interface Known extends Standing {
  status: ConsultationStatus
  account: Standing['account'] & { closedAt: Date | null }
}

const isRunning = ({ status, account }: Known) =>
  account.closedAt === null && !['accepted', 'closed', 'merged'].includes(status)

export const clockPolicy = {
  /** Hours and promises are written by the supplier's administrators. */
  decide: (actor: Actor) => isSupplier(actor) && actor.isAdministrator,
  /** Everybody of the supplier sees which hours it keeps and what it promised. */
  see: (actor: Actor) => isSupplier(actor),
  pause: (actor: Actor, known: Known) =>
    isSupplier(actor) && isRunning(known) && stands(actor, known, 'decide'),
  /** How urgent it is, the customer says; the supplier may correct it in plain sight. */
  changeUrgency: (actor: Actor, known: Known) =>
    isRunning(known) && (isCustomer(actor) || (isSupplier(actor) && stands(actor, known, 'decide'))),
}
