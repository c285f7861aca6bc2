import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import type { DocumentInput } from '#app/domain/documents/forms.ts'
import { changeOfAudience } from '#app/domain/documents/queries/audience/change.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { listReaders } from '#app/domain/documents/queries/readers.server.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { openAs } from '#app/domain/documents/sight/open-as.server.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { as, eventTypes, note, released, submitted } from '../notes.ts'

useTestDatabase()
let world: World
/** The only variant is Lumen's, of the family of compact drives. */
let variant: string
let pumps: string
const documents: Record<string, string> = {}

const engineers: Partial<DocumentInput> = { everyAccount: true, functions: ['engineering'] }

beforeAll(async () => {
  world = await createWorld()
  const { halden } = world.organizations
  const { ingrid, dev } = world.people
  const data = { organizationId: halden, productId: world.product, accountId: world.accounts.lumen }
  variant = (await unscopedPrisma().variant.create({ data: { ...data, number: 'CMD-075-4-L' } })).id
  const family = { organizationId: halden, code: 'PMP', name: 'Pump drives' }
  pumps = (await unscopedPrisma().productFamily.create({ data: family })).id
  documents.family = await released(ingrid, dev, {
    ...engineers,
    onlyFamilyIds: [world.family],
    title: 'Narrowed one',
  })
  documents.otherFamily = await released(ingrid, dev, {
    ...engineers,
    onlyFamilyIds: [pumps],
    title: 'Narrowed two',
  })
  documents.variant = await released(ingrid, dev, {
    ...engineers,
    onlyVariantIds: [variant],
    title: 'Narrowed three',
  })
  documents.everybody = await released(ingrid, dev, engineers)
  documents.buyers = await released(ingrid, dev, { everyAccount: true, functions: ['purchasing'] })
  documents.aurora = await released(dev, ingrid, {
    accountIds: [world.accounts.aurora],
    functions: ['engineering'],
  })
  documents.nobody = await released(ingrid, dev, {})
  documents.submitted = await submitted(ingrid, engineers)
})

const customers: PersonName[] = ['lin', 'chen', 'wu', 'lumenAdmin', 'rui', 'sofia', 'ana', 'auroraAdmin']
const lumen = ['chen', 'lin', 'lumenAdmin', 'wu']

async function whoFinds(find: (actor: Actor) => Promise<unknown>): Promise<string[]> {
  const finds = await Promise.all(customers.map((name) => as(world.people[name], find)))
  return customers.filter((_, at) => finds[at]).sort()
}

describe('an audience narrowed', () => {
  test.each([
    ['family', ['lin'], lumen],
    ['variant', ['lin'], lumen],
    ['otherFamily', [], []],
  ])('by %s is seen by %j, and behind the wall by %j', async (name, scope, wall) => {
    const id = documents[name] ?? ''
    const scoped = (actor: Actor) =>
      prisma.document.findFirst({ where: { AND: [{ id }, visibleDocuments(actor)] } })
    expect(await whoFinds(scoped)).toEqual(scope)
    expect(await whoFinds(() => prisma.document.findFirst({ where: { id } }))).toEqual(wall)
  })

  test('names the same readers to the supplier', async () => {
    const { dev } = world.people
    for (const [name, expected] of [
      ['family', ['lin']],
      ['variant', ['lin']],
      ['otherFamily', []],
    ] as const) {
      const page = await as(dev, (actor) => getVersionPage(actor, documents[name] ?? '', null))
      const readers = await as(dev, (actor) => listReaders(actor, page.document, page.version.id))
      expect(readers.map((each) => each.name)).toEqual(expected.map((each) => world.people[each].name))
    }
  })

  test('is no way around it in search', async () => {
    const found = async (name: PersonName) => {
      const asked = { text: 'narrowed', kind: 'document', limit: 8 } as const
      const { groups } = await as(world.people[name], (actor) => search(actor, asked))
      return groups.flatMap((group) => group.results.map((each) => each.subjectId)).sort()
    }
    expect(await found('lin')).toEqual([documents.family, documents.variant].sort())
    expect(await found('rui')).toEqual([])
  })

  test('is known to every function of the database that reads audiences', async () => {
    const forgetful = await unscopedPrisma().$queryRaw`
      SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND prosrc LIKE '%document_audience a%' AND prosrc NOT LIKE '%family_id%'
        -- These run under row-level security, whose policy narrows; taking back an import removes its document's own.
        AND proname NOT IN ('app_who_sees', 'app_search_by_part', 'app_remove_imported')`
    expect(forgetful).toEqual([])
  })

  test('widens with a new variant at once', async () => {
    const organizationId = world.organizations.halden
    const data = { organizationId, productId: world.product, accountId: world.accounts.aurora }
    const made = await unscopedPrisma().variant.create({ data: { ...data, number: 'CMD-075-4-A' } })
    const id = documents.family ?? ''
    const find = (actor: Actor) =>
      prisma.document.findFirst({ where: { AND: [{ id }, visibleDocuments(actor)] } })
    expect(await whoFinds(find)).toEqual(['lin', 'rui'])
    await unscopedPrisma().variant.delete({ where: { id: made.id } })
    expect(await whoFinds(find)).toEqual(['lin'])
  })

  test('refuses a variant of an account that is not chosen, and stores nothing', async () => {
    const { dev } = world.people
    const before = await unscopedPrisma().document.count()
    const write = as(dev, (actor) =>
      createDocument(
        actor,
        note({ accountIds: [world.accounts.aurora], functions: ['engineering'], onlyVariantIds: [variant] }),
      ),
    )
    await expect(write).rejects.toThrow()
    expect(await unscopedPrisma().document.count()).toBe(before)
  })

  test('is held by the database: no variant under another account, no line twice', async () => {
    const base = { documentId: documents.nobody ?? '', organizationId: world.organizations.halden }
    const write = (line: object) => unscopedPrisma().documentAudience.create({ data: { ...base, ...line } })
    await expect(write({ accountId: world.accounts.aurora, variantId: variant })).rejects.toThrow()
    await expect(write({ variantId: variant })).rejects.toThrow()
    await unscopedPrisma()
      .$transaction(async (tx) => {
        await tx.documentAudience.create({ data: base })
        await tx.documentAudience.create({ data: base })
      })
      .then(
        () => expect.unreachable(),
        () => undefined,
      )
  })
})

describe('why', () => {
  test('says yes exactly where the scope finds the document', async () => {
    const { dev } = world.people
    for (const [name, id] of Object.entries(documents)) {
      for (const person of customers) {
        const member = world.people[person]
        const { sight, seen } = await as(dev, (actor) => openAs(actor, id, member.membershipId))
        const found = await as(member, (actor) =>
          prisma.document.findFirst({ where: { AND: [{ id }, visibleDocuments(actor)] } }),
        )
        expect({ name, person, canSee: sight.canSee }).toEqual({ name, person, canSee: found !== null })
        expect(seen !== null).toBe(sight.canSee)
      }
    }
  })

  test('a view is recorded for the supplier, and not as reading', async () => {
    const id = documents.everybody ?? ''
    await as(world.people.marcus, (actor) => openAs(actor, id, world.people.lin.membershipId))
    expect(await eventTypes(id)).toContain('viewedAs')
    expect(await unscopedPrisma().documentReading.count({ where: { documentId: id } })).toBe(0)
  })

  test('nobody looks as a member of an account that is closed to them', async () => {
    const id = documents.everybody ?? ''
    const { ingrid, rui, lin } = world.people
    await expect(as(ingrid, (actor) => openAs(actor, id, rui.membershipId))).rejects.toThrow()
    await expect(as(lin, (actor) => openAs(actor, id, rui.membershipId))).rejects.toThrow()
    await expect(as(ingrid, (actor) => openAs(actor, id, 'no-id'))).rejects.toThrow()
  })
})

test('before it is changed it is said who gains and who loses it', async () => {
  const { dev, lin, chen, sofia } = world.people
  const id = documents.family ?? ''
  const functions: MemberFunction[] = ['purchasing']
  const input = { ...note({ everyAccount: true }), functions: functions as DocumentInput['functions'] }
  const change = await as(dev, (actor) => changeOfAudience(actor, id, input))
  expect(change.gains.map((each) => each.id).sort()).toEqual(
    [chen, sofia].map((each) => each.membershipId).sort(),
  )
  expect(change.loses.map((each) => each.id)).toEqual([lin.membershipId])
  await as(dev, (actor) => changeAudience(actor, id, input))
  expect((await as(dev, (actor) => changeOfAudience(actor, id, input))).key).toBe('')
})
