import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

/** Ingrid's draft came of a consultation of Lumen's, and one mark in it was kept. */
export async function noteRecords(world: World, documentId: string, consultationId: string): Promise<void> {
  const database = unscopedPrisma()
  const { halden: organizationId } = world.organizations
  const by = world.people.ingrid.membershipId
  await database.noteSource.create({
    data: { documentId, consultationId, organizationId, accountId: world.accounts.lumen, createdById: by },
  })
  const anchor = { field: 'summary', text: 'Lumen', folded: 'lumen', before: '', after: '' }
  await database.redactionKept.create({
    data: { documentId, organizationId, ...anchor, reason: 'The unit of light.', decidedById: by },
  })
}
