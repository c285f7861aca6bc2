import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'

/** The supplier sees its own; a customer the shared lines of the versions that it sees. */
export function visibleParameters(actor: Actor): Prisma.DocumentParameterWhereInput {
  if (actor.side === 'supplier') return { organizationId: actor.organizationId }
  const version = { AND: [visibleVersions(actor), { document: visibleDocuments(actor) }] }
  return { isShared: true, version }
}
