import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'

/** Of which consultations notes came: the supplier's people who see these know it. */
export function visibleNoteSources(actor: Actor): Prisma.NoteSourceWhereInput {
  if (actor.side === 'customer') return { documentId: { in: [] } }
  return { organizationId: actor.organizationId, consultation: visibleConsultations(actor) }
}
