import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'

/** Of both sides, where the consultation is seen. */
export function visibleParticipants(actor: Actor): Prisma.ConsultationParticipantWhereInput {
  return { consultation: visibleConsultations(actor) }
}

/** The active members of the own side of the own organization. */
export function colleaguesOf({ organizationId, side }: Actor): Prisma.MembershipWhereInput {
  return { organizationId, side, deactivatedAt: null }
}
