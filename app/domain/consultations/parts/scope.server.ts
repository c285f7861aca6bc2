import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'
import { partPolicy } from './policy.ts'

/** Those of the consultations that a member of the supplier sees; a customer has none. */
export function visibleParts(actor: Actor): Prisma.ConsultationPartWhereInput {
  return partPolicy.see(actor) ? { consultation: visibleConsultations(actor) } : { id: { in: [] } }
}

/** How many there are and which are in, as a part of a thread's own select, whose consultation the actor sees. */
export const partsOf = (actor: Actor) =>
  ({
    parts: {
      where: partPolicy.see(actor) ? { withdrawnAt: null } : { id: { in: [] } },
      select: { contributedAt: true },
    },
  }) satisfies Prisma.ConsultationSelect

/** The drafts, likewise. */
export function visibleAssemblies(actor: Actor): Prisma.ConsultationAssemblyWhereInput {
  return partPolicy.see(actor) ? { consultation: visibleConsultations(actor) } : { id: { in: [] } }
}
