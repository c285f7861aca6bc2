import { randomUUID } from 'node:crypto'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from '../world.ts'

interface Asked {
  lumen: string
  answered: string
  aurora: string
}

/** Tags of both sides, who watches, what was put aside, days that the customer reads and does not, and an act on several. */
export async function workRecords(world: World, asked: Asked) {
  const database = unscopedPrisma()
  const { halden, lumen: lumenOrganization } = world.organizations
  const of = (name: PersonName) => world.people[name].membershipId
  const [lumen, aurora] = [world.accounts.lumen, world.accounts.aurora]
  const own = {
    supplier: { organizationId: halden, side: 'supplier' as const },
    customer: { organizationId: lumenOrganization, side: 'customer' as const },
  }
  const tag = async (side: 'supplier' | 'customer', name: string) =>
    (
      await database.consultationTag.create({
        // No two tags of a side read alike, and a world may have several sets of records.
        data: {
          ...own[side],
          name: `${name} ${randomUUID().slice(0, 8)}`,
          color: 'blue',
          createdById: of(side === 'supplier' ? 'ingrid' : 'lin'),
        },
      })
    ).id
  const tags = {
    halden: await tag('supplier', 'Bench'),
    haldenAurora: await tag('supplier', 'Aurora'),
    lumen: await tag('customer', 'Line 3'),
    spare: await tag('supplier', 'Spare'),
    unwanted: await tag('supplier', 'Unwanted'),
  }
  await database.consultationTagging.createMany({
    data: [
      {
        ...own.supplier,
        consultationId: asked.lumen,
        accountId: lumen,
        tagId: tags.halden,
        taggedById: of('ingrid'),
      },
      {
        ...{ ...own.supplier, consultationId: asked.aurora, accountId: aurora },
        ...{ tagId: tags.haldenAurora, taggedById: of('dev') },
      },
      {
        ...own.customer,
        consultationId: asked.lumen,
        accountId: lumen,
        tagId: tags.lumen,
        taggedById: of('lin'),
      },
    ],
  })
  const here = { consultationId: asked.lumen, accountId: lumen }
  await database.consultationWatcher.createMany({
    data: [
      { ...here, membershipId: of('quinn'), side: 'supplier' },
      { ...here, membershipId: of('chen'), side: 'customer' },
    ],
  })
  await database.consultationSnooze.createMany({
    data: [
      { ...here, membershipId: of('quinn') },
      { ...here, membershipId: of('ingrid') },
    ],
  })
  const day = { dueOn: new Date('2099-01-01'), organizationId: halden, setById: of('ingrid') }
  await database.consultationDue.createMany({
    data: [
      { ...here, ...day, isShown: false },
      { ...day, consultationId: asked.answered, accountId: lumen, isShown: true },
    ],
  })
  const { id: batch } = await database.workBatch.create({
    data: {
      ...{ ...own.supplier, membershipId: of('ingrid'), act: 'untag', given: 'Spare', createdAt: new Date() },
      entries: {
        create: [
          { ...here, position: 0, refusal: 'common:error.changed' },
          { consultationId: asked.aurora, accountId: aurora, position: 1, refusal: 'common:error.changed' },
        ],
      },
    },
  })
  return { work: { tags, batch } }
}
export type WorkRecords = Awaited<ReturnType<typeof workRecords>>
