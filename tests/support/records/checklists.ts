import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

type Lists = Record<'internal' | 'private' | 'shared', { list: string; item: string }>

export interface ChecklistRecords {
  checklists: Lists
  checklistTemplates: { halden: string }
}

/** A checklist of Lumen's for each lane, with an item, and a template of Halden's. */
export async function checklistRecords(world: World, consultationId: string): Promise<ChecklistRecords> {
  const database = unscopedPrisma()
  const accountId = world.accounts.lumen
  const { ingrid, lin, admin } = world.people
  const started = async (lane: keyof Lists) => {
    const startedById = lane === 'private' ? lin.membershipId : ingrid.membershipId
    const { id: list } = await database.consultationChecklist.create({
      data: { consultationId, accountId, lane, name: 'Release', startedById, startedAt: new Date() },
    })
    const { id: item } = await database.checklistItem.create({
      data: { checklistId: list, accountId, lane, position: 0, text: 'Measure' },
    })
    return { list, item }
  }
  const { id: halden } = await database.checklistTemplate.create({
    data: {
      ...{ organizationId: world.organizations.halden, side: 'supplier', name: '8D' },
      ...{ items: ['Contain'], updatedById: admin.membershipId },
    },
  })
  return {
    checklists: {
      internal: await started('internal'),
      private: await started('private'),
      shared: await started('shared'),
    },
    checklistTemplates: { halden },
  }
}
