import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'
import { partPolicy } from './policy.ts'

/** Those of the consultations that a member of the supplier sees; a customer has none. */
export function visibleParts(actor: Actor): Prisma.ConsultationPartWhereInput {
  return partPolicy.see(actor) ? { consultation: visibleConsultations(actor) } : { id: { in: [] } }
}

/** The drafts, likewise. */
export function visibleAssemblies(actor: Actor): Prisma.ConsultationAssemblyWhereInput {
  return partPolicy.see(actor) ? { consultation: visibleConsultations(actor) } : { id: { in: [] } }
}
