import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { lanesOf } from '../consultation.ts'
import { visibleConsultations } from '../scope.server.ts'

/** Those of both sides and of the own one, of the consultations that the actor sees. */
export function visibleChecklists(actor: Actor): Prisma.ConsultationChecklistWhereInput {
  return { lane: { in: lanesOf(actor.side) }, consultation: visibleConsultations(actor) }
}

/** Those of the own side of the organization. */
export function visibleChecklistTemplates({
  organizationId,
  side,
}: Actor): Prisma.ChecklistTemplateWhereInput {
  return { organizationId, side }
}
