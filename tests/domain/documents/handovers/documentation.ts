import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, note, release, released } from '../notes.ts'
import { stored } from '../reading/stored.ts'

export interface Documentation {
  world: World
  /** Two of Lumen's, one of Aurora's. */
  variants: Record<'first' | 'second' | 'aurora', string>
  /** The data sheet of Lumen's first variant. */
  sheet: string
}

/** Documents of Lumen's account in every state, for its engineers and one for its buyers, and one of Aurora's. */
export async function createDocumentation(): Promise<Documentation> {
  const world = await createWorld()
  const variants = { first: '', second: '', aurora: '' }
  const { ingrid, dev } = world.people
  const { lumen, aurora } = world.accounts
  const base = { organizationId: world.organizations.halden, productId: world.product }
  const add = async (name: keyof typeof variants, accountId: string) => {
    const data = { ...base, accountId, number: `CMD-075-4-${name}`, customerNumber: `C-${name}` }
    variants[name] = (await unscopedPrisma().variant.create({ data })).id
  }
  await add('first', lumen)
  await add('second', lumen)
  await add('aurora', aurora)
  const reach = { accountIds: [lumen], functions: ['engineering' as const] }
  const fileIds = [await stored(dev, '散热 2.txt', Buffer.from('一'), 'text/plain')]
  // For both customers, with a value that the supplier keeps to itself.
  const says = { kind: 'data_sheet', title: 'Data sheet', body: 'At $P = 11$ kW', fileIds } as const
  const both = { ...reach, accountIds: [lumen, aurora], variantIds: [variants.first, variants.aurora] }
  const sheet = await as(dev, async (actor) => {
    const { id } = await createDocument(actor, note({ ...both, ...says, fileIds }))
    const { version } = await getDraftTable(actor, id)
    const line = {
      name: 'Power',
      conditions: '',
      min: null,
      typ: '11',
      max: null,
      unit: 'kW',
      fit: 'function',
    } as const
    const rows = [
      { ...line, symbol: 'P_N', isShared: true },
      { ...line, symbol: 'k_C', isShared: false },
    ]
    await writeParameters(actor, id, { rows, seenAt: version.updatedAt })
    await submitVersion(actor, id)
    return id
  })
  await release(ingrid, sheet)
  await released(ingrid, dev, { ...reach, functions: ['purchasing'], title: 'For buyers' })
  await released(ingrid, dev, {
    ...reach,
    kind: 'certificate',
    title: 'Old',
    expiresOn: '2020-01-01',
  })
  await released(ingrid, dev, { ...reach, kind: 'drawing', title: '图纸', language: 'zh' })
  const taken = await released(ingrid, dev, { ...reach, kind: 'instruction', title: 'Taken back' })
  await as(ingrid, (actor) => withdrawVersion(actor, taken, { version: 1, reason: 'wrong' }))
  await released(ingrid, dev, {
    ...reach,
    title: 'Second alone',
    accountIds: [lumen],
    onlyVariantIds: [variants.second],
  })
  await released(dev, ingrid, { ...reach, accountIds: [aurora], title: 'Aurora alone' })
  return { world, variants, sheet }
}
