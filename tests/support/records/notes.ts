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

/** A note for every engineer that came of a consultation was offered in another one of Lumen's. */
export async function offerRecords(world: World, documentId: string, { source, offered }: Offered) {
  const { halden: organizationId } = world.organizations
  const { lumen: accountId } = world.accounts
  const by = world.people.ingrid.membershipId
  await unscopedPrisma().noteSource.create({
    data: { documentId, consultationId: source, organizationId, accountId, createdById: by },
  })
  const { id } = await unscopedPrisma().noteOffer.create({
    data: { documentId, consultationId: offered, organizationId, accountId, version: 1, offeredById: by },
  })
  return { offer: id }
}

interface Offered {
  source: string
  offered: string
}
