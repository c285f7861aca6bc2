import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { importPolicy } from './policy.ts'

/** The imports of the own organization, for those who may import: a table names documents before anybody released them. */
export function visibleImports(actor: Actor): Prisma.DocumentImportWhereInput {
  return importPolicy.import(actor) ? { organizationId: actor.organizationId } : { id: { in: [] } }
}
