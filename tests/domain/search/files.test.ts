import { beforeAll, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { readSearchFilters } from '#app/domain/search/filters.ts'
import { narrow } from '#app/domain/search/narrow.server.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { hrefOfResult } from '#app/domain/search/result.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { as, note, release, released, upload } from '../documents/notes.ts'

useTestDatabase()

let world: World
const documents: Record<string, string> = {}

/** What the job would have taken out, past the job. */
async function words(fileId: string, pages: [language: string, text: string][]): Promise<void> {
  await unscopedPrisma().fileTextPage.createMany({
    data: pages.map(([language, text], index) => ({ fileId, page: index + 1, language, text })),
  })
  await unscopedPrisma().$executeRaw`SELECT app_index_file_text(${fileId}::uuid)`
  await unscopedPrisma().fileText.update({
    where: { fileId },
    data: { state: 'done', language: pages[0]?.[0] ?? 'en' },
  })
}

const toEngineers = (accountId: string) => ({ accountIds: [accountId], functions: ['engineering' as const] })

beforeAll(async () => {
  world = await createWorld()
  const { ingrid, dev } = world.people
  const withFile = async (
    title: string,
    name: string,
    pages: Parameters<typeof words>[1],
    owner = ingrid,
  ) => {
    const fileId = await upload(owner, name)
    return { title, fileIds: [fileId], fill: () => words(fileId, pages) }
  }
  const motor = await withFile('Motor', 'motor.pdf', [
    ['en', 'Contents and preface'],
    ['en', 'The ytterbium seal of CMD-075-4 resists overheating converters.'],
    ['pt', 'Configurações térmicas da refrigeração.'],
    ['ru', 'Надёжность преобразователей и перегрев.'],
    ['zh', '变频器散热不良，请检查风扇。'],
  ])
  const reach = { ...toEngineers(world.accounts.lumen), productIds: [world.product] }
  documents.motor = await released(ingrid, dev, {
    ...motor,
    ...reach,
    keywords: ['holmium'],
    summary: 'About lutetium',
  })
  await motor.fill()
  const other = await withFile('Other', 'other.pdf', [['en', 'Also ytterbium, for Aurora']], dev)
  documents.aurora = await released(dev, ingrid, {
    ...other,
    ...toEngineers(world.accounts.aurora),
  })
  await other.fill()
  const draft = await withFile('Draft', 'draft.pdf', [['en', 'Ytterbium in a draft']])
  documents.draft = (
    await as(ingrid, () => createDocument(ingrid, note({ ...draft, ...toEngineers(world.accounts.lumen) })))
  ).id
  await draft.fill()
})

async function find(person: PersonName, text: string, query = '') {
  const actor = world.people[person]
  return runAsActor(actor.membershipId, async () => {
    const filter = await narrow(actor, readSearchFilters(new URLSearchParams(query)))
    return search(actor, { text, kind: null, limit: 50, filter })
  })
}
async function files(person: PersonName, text: string, query?: string) {
  const { groups } = await find(person, text, query)
  const results = groups.flatMap((group) => (group.kind === 'file' ? group.results : []))
  return results.map(({ file }) => `${file?.name} ${file?.page}`).sort()
}

describe('files by what stands in them', () => {
  test('name the page and lead to it', async () => {
    const { groups } = await find('lin', 'ytterbium seal')
    const [result] = groups.flatMap(({ results }) => results)
    expect(result).toMatchObject({ kind: 'file', file: { name: 'motor.pdf', page: 2 } })
    expect(result && hrefOfResult(result)).toMatch(/files\/[0-9a-f-]+\/view#page=2$/)
    expect(result?.excerpt.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual([
      'ytterbium',
      'seal',
    ])
  })

  test.each([
    ['converter resist', 'motor.pdf 2'],
    ['refrigeração térmica', 'motor.pdf 3'],
    ['refrigeracao', 'motor.pdf 3'],
    ['надежность преобразователя', 'motor.pdf 4'],
    ['散热', 'motor.pdf 5'],
    ['CMD-075-4', 'motor.pdf 2'],
    ['075-4', 'motor.pdf 2'],
    ['motor.pdf', 'motor.pdf null'],
    // Words that stand on different pages.
    ['preface ytterbium', 'motor.pdf 1'],
  ])('in its language: %s', async (text, expected) => expect(await files('lin', text)).toEqual([expected]))

  test.each(['holmium', 'lutetium'])('beside keywords and the summary: %s', async (word) => {
    expect((await find('lin', word)).groups.map(({ kind }) => kind)).toEqual(['document'])
  })

  test('a phrase is not found where its words stand apart', async () => {
    expect(await files('lin', 'seal-preface')).toEqual([])
  })
})

describe('who finds them', () => {
  test('account, function and state decide; the second customer finds nothing of the first', async () => {
    expect(await files('lin', 'ytterbium')).toEqual(['motor.pdf 2'])
    expect(await files('rui', 'ytterbium')).toEqual(['other.pdf 1'])
    for (const person of ['chen', 'lumenAdmin', 'sofia'] as const)
      expect(await files(person, 'ytterbium')).toEqual([])
    expect(await files('quinn', 'ytterbium')).toEqual(['draft.pdf 1', 'motor.pdf 2', 'other.pdf 1'])
  })

  test('the inner function, called on its own, finds no more than row-level security shows', async () => {
    const rows = await runAsActor(world.people.rui.membershipId, async () => {
      return await prisma.$queryRaw<{ id: string }[]>`
        SELECT document_id AS id FROM app_search_files(to_tsquery('ytterbium'), '{engineering}', '{}', 50)`
    })
    expect(rows.map(({ id }) => id)).toEqual([documents.aurora])
  })

  test('a file that the new version has no more is found no more', async () => {
    const { ingrid, dev } = world.people
    const id = documents.motor ?? ''
    await as(ingrid, () => startVersion(ingrid, id))
    const { seenAt } = await as(ingrid, () => getDraft(ingrid, id))
    await as(ingrid, () => editDraft(ingrid, id, { ...note({ title: 'Motor' }), seenAt }))
    await as(ingrid, () => submitVersion(ingrid, id))
    expect(await files('lin', 'ytterbium')).toEqual(['motor.pdf 2'])
    await release(dev, id)
    expect(await files('lin', 'ytterbium')).toEqual([])
    expect(await files('ingrid', 'ytterbium')).toEqual(['draft.pdf 1', 'other.pdf 1'])
  })
})

describe('filters', () => {
  test('by product, family, supplier, language, period and own products', async () => {
    const titles = async (person: PersonName, query: string) => {
      const { groups } = await find(person, 'motor', query)
      return groups.flatMap(({ kind, results }) => results.map(() => kind))
    }
    expect(await titles('lin', `product=${world.product}`)).toEqual(['document'])
    expect(await titles('lin', `product=${crypto.randomUUID()}`)).toEqual([])
    expect(await titles('lin', `family=${world.family}&supplier=${world.organizations.halden}`)).toEqual([
      'document',
    ])
    expect(await titles('lin', `supplier=${world.organizations.lumen}`)).toEqual([])
    expect(await titles('lin', 'language=ru')).toEqual([])
    expect(await titles('lin', 'until=2020-01-01')).toEqual([])
    expect(await titles('lin', 'since=2020-01-01')).toEqual(['document'])
    expect(await titles('lin', 'type=drawing')).toEqual([])
    expect(await titles('ingrid', 'mine=1')).toEqual(['document'])
    expect(await titles('lin', 'mine=1')).toEqual([])
    const { lumen: accountId } = world.accounts
    const variant = { accountId, productId: world.product, organizationId: world.organizations.halden }
    await unscopedPrisma().variant.create({
      data: { ...variant, number: 'CMD-075-4-L', customerNumber: 'K7731' },
    })
    expect(await titles('lin', 'mine=1')).toEqual(['document'])
  })

  test('nonsense in the address narrows nothing', async () => {
    const { groups } = await find('lin', 'motor', "product=x'&since=yesterday&language=xx&mine=2")
    expect(groups.length).toBeGreaterThan(0)
  })
})
