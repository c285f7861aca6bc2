import { beforeAll, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { readFilters } from '#app/domain/documents/filters.ts'
import { DocumentForm } from '#app/domain/documents/forms.ts'
import {
  classOfKind,
  documentKinds,
  documentNumber,
  readDocumentNumber,
} from '#app/domain/documents/kinds.ts'
import { listDocuments } from '#app/domain/documents/queries/list.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, note, released } from './notes.ts'

useTestDatabase()
let world: World
const variants: Record<'lumen' | 'aurora', string> = { lumen: '', aurora: '' }

beforeAll(async () => {
  world = await createWorld()
  const base = { organizationId: world.organizations.halden, productId: world.product }
  for (const name of ['lumen', 'aurora'] as const) {
    const data = { ...base, accountId: world.accounts[name], number: `CMD-075-4-${name}` }
    variants[name] = (await unscopedPrisma().variant.create({ data })).id
  }
})

describe('the number', () => {
  test.each([
    ['TN-12', { kind: 'technical_note', number: 12 }],
    ['ds0003', { kind: 'data_sheet', number: 3 }],
    ['7', { kind: null, number: 7 }],
    ['XY-1', null],
    ['CMD-075-4', null],
    ['', null],
  ])('%s is read', (typed, read) => expect(readDocumentNumber(typed)).toEqual(read))

  test('is gap-free for each kind, whoever writes at the same moment', async () => {
    const { ingrid, dev } = world.people
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        as(at % 2 ? ingrid : dev, (actor) =>
          createDocument(actor, note({ kind: at < 4 ? 'data_sheet' : 'drawing' })),
        ),
      ),
    )
    const numbers = made.map((each) => each.number).sort()
    expect(numbers).toEqual(['DR-0001', 'DR-0002', 'DS-0001', 'DS-0002', 'DS-0003', 'DS-0004'])
  })

  test('and the kind are fixed by the database', async () => {
    const { id } = await as(world.people.ingrid, (actor) => createDocument(actor, note({ kind: 'drawing' })))
    const change = unscopedPrisma().document.update({ where: { id }, data: { kind: 'certificate' } })
    await expect(change).rejects.toThrow(/fixed/)
  })

  test('every kind has a prefix of its own', () => {
    expect(new Set(documentKinds.map((kind) => documentNumber(kind, 1))).size).toBe(documentKinds.length)
  })
})

describe('the form', () => {
  const typed = { title: 'A', language: 'en', body: 'B' }
  test('reads keywords, each once', () => {
    expect(DocumentForm.parse({ ...typed, keywords: 'EMC, cable； EMC,' }).keywords).toEqual(['EMC', 'cable'])
  })
  test('refuses an end before the beginning', () => {
    const dates = { effectiveOn: '2026-02-02', expiresOn: '2026-02-01' }
    const { error } = DocumentForm.safeParse({ ...typed, ...dates })
    expect(error?.issues.map(({ path }) => path)).toEqual([['expiresOn']])
  })
  test.each(['2026-02-30', 'tomorrow'])('refuses %s as a day', (effectiveOn) => {
    expect(DocumentForm.safeParse({ ...typed, effectiveOn }).success).toBe(false)
  })
})

describe('what a document concerns', () => {
  test('class, dates and subjects stand on its page; a variant for its own customer alone', async () => {
    const { ingrid, dev, lin, rui } = world.people
    const id = await released(ingrid, dev, {
      kind: 'certificate',
      keywords: ['RoHS'],
      effectiveOn: '2026-01-01',
      expiresOn: '2027-01-01',
      familyIds: [world.family],
      variantIds: [variants.lumen],
      everyAccount: true,
      functions: ['engineering'],
    })
    const { document, version } = await as(lin, (actor) => getVersionPage(actor, id, null))
    expect(document).toMatchObject({ number: 'CE-0001', vdiClass: classOfKind.certificate })
    expect(version.keywords).toEqual(['RoHS'])
    expect(version.expiresOn?.toISOString()).toBe('2027-01-01T00:00:00.000Z')
    expect(document.variants.map((each) => each.id)).toEqual([variants.lumen])
    expect((await as(rui, (actor) => getVersionPage(actor, id, null))).document.variants).toEqual([])
  })

  test('of another account cannot be named by who may not enter it', async () => {
    const write = as(world.people.ingrid, (actor) =>
      createDocument(actor, note({ variantIds: [variants.aurora] })),
    )
    await expect(write).rejects.toThrow()
  })

  test('filters the list', async () => {
    const { ingrid, dev, lin, rui } = world.people
    const about = (input: object) =>
      released(ingrid, dev, { everyAccount: true, functions: ['engineering'], ...input })
    const ofFamily = await about({ familyIds: [world.family], kind: 'instruction' })
    const ofProduct = await about({ productIds: [world.product] })
    const ofVariant = await about({ variantIds: [variants.lumen] })
    const found = async (actor: typeof lin, query: string) =>
      (await as(actor, (who) => listDocuments(who, readFilters(new URLSearchParams(query))))).items.map(
        (each) => each.id,
      )
    expect(await found(lin, 'kind=instruction')).toEqual([ofFamily])
    expect(await found(lin, `family=${world.family}`)).toEqual(
      expect.arrayContaining([ofFamily, ofProduct, ofVariant]),
    )
    expect(await found(lin, 'isMine=true')).toEqual(expect.arrayContaining([ofFamily, ofProduct, ofVariant]))
    expect(await found(rui, 'isMine=true')).not.toContain(ofVariant)
    expect(await found(ingrid, 'isMine=true')).toContain(ofVariant)
    expect(await found(dev, 'isMine=true')).not.toContain(ofVariant)
    expect(await found(lin, 'vdiClass=03-06')).toEqual([])
  })
})
