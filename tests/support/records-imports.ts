import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from './world.ts'

/** An import of Ingrid's that was checked: one row can be taken in. */
export async function createImport(world: World): Promise<string> {
  const organizationId = world.organizations.halden
  const { id } = await unscopedPrisma().documentImport.create({
    data: {
      ...{ organizationId, name: 'old.zip', status: 'checked', isReleased: false, isWhole: false },
      createdById: world.people.ingrid.membershipId,
      rows: {
        create: {
          ...{ organizationId, line: 2, outcome: 'new', number: '', title: 'Drive' },
          ...{ problems: [], notes: [] },
        },
      },
    },
  })
  return id
}
