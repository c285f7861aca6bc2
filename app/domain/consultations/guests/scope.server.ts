import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'

/** Of both sides, where the consultation is seen. */
export function visibleGuests(actor: Actor): Prisma.ConsultationGuestWhereInput {
  return { consultation: visibleConsultations(actor) }
}
