import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { listAccountNames, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listFamilies, listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { consultationStatuses } from '#app/domain/consultations/consultation.ts'
import { type ConsultationFilters, dayFilters, whoseFilters } from '#app/domain/consultations/filters.ts'
import { factsOfList } from '#app/domain/consultations/queries/count.server.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { visibleConsultations, visibleConsultationsSql } from '#app/domain/consultations/scope.server.ts'
import { countDocuments, listDocuments } from '#app/domain/documents/queries/list.server.ts'
import { countReadableDocuments, newestDocumentIds } from '#app/domain/documents/queries/newest.server.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { listSearchChoices } from '#app/domain/search/choices.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { createWorld, type World } from '#tests/support/world.ts'

// A scope that stands a second time, as SQL, finds what the first one finds: also where no policy helps.
useTestDatabase()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

const forEverybody = async (work: (actor: Actor) => Promise<void>) => {
  for (const actor of Object.values(world.people)) await runAsActor(actor.membershipId, () => work(actor))
}

test('consultations, past row-level security', async () => {
  const sizes = new Set<number>()
  for (const actor of Object.values(world.people)) {
    const database = unscopedPrisma()
    const byWhere = await database.consultation.findMany({
      where: visibleConsultations(actor),
      select: { id: true },
    })
    const bySql = await database.$queryRaw<{ id: string }[]>(
      Prisma.sql`SELECT c.id FROM consultation c WHERE ${visibleConsultationsSql(actor)}`,
    )
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted()
    expect(ids(bySql), actor.name).toEqual(ids(byWhere))
    sizes.add(bySql.length)
  }
  expect(sizes.size).toBeGreaterThan(1)
})

test('names of accounts', async () => {
  await forEverybody(async (actor) => {
    const accounts = await listAccounts(actor)
    const names = accounts.map(({ id, supplier, customer }) => ({
      id,
      name: (actor.side === 'supplier' ? customer : supplier).name,
    }))
    expect(await listAccountNames(actor), actor.name).toEqual(names)
  })
})

test('choices of the search: families, products and suppliers', async () => {
  await forEverybody(async (actor) => {
    const { families, products, suppliers } = await listSearchChoices(actor, {})
    const values = (all: { value: string }[]) => all.map(({ value }) => value)
    expect(values(families), actor.name).toEqual((await listFamilies(actor)).map(({ id }) => id))
    expect(values(products), actor.name).toEqual((await listProducts(actor)).map(({ id }) => id))
    const others = actor.side === 'customer' ? await listAccounts(actor) : []
    expect(values(suppliers), actor.name).toEqual(others.map(({ supplierId }) => supplierId))
    const [family] = families
    if (family) {
      const narrowed = await listSearchChoices(actor, { family: family.value })
      const own = (await listProducts(actor)).filter(({ familyId }) => familyId === family.value)
      expect(values(narrowed.products)).toEqual(own.map(({ id }) => id))
    }
  })
})

test('a customer’s newest documents and their number, past row-level security', async () => {
  const counts = new Set<number>()
  await forEverybody(async (actor) => {
    if (actor.side === 'supplier') {
      expect(await newestDocumentIds(1000, prisma), actor.name).toEqual([])
      expect(await countReadableDocuments(1000, prisma), actor.name).toBe(0)
      return
    }
    const byWhere = await unscopedPrisma().document.findMany({
      where: { AND: [visibleDocuments(actor), { releasedVersion: { status: 'released' } }] },
      orderBy: [{ releasedAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    })
    const ids = byWhere.map(({ id }) => id)
    expect(await newestDocumentIds(1000, prisma), actor.name).toEqual(ids)
    expect(await newestDocumentIds(1, prisma), actor.name).toEqual(ids.slice(0, 1))
    expect(await countReadableDocuments(1000, prisma), actor.name).toBe(ids.length)
    expect(await countDocuments(actor), actor.name).toBe(ids.length)
    expect((await listDocuments(actor, {})).items.map(({ id }) => id)).toEqual(ids)
    counts.add(ids.length)
  })
  expect(counts.size).toBeGreaterThan(1)
})

test('a list of consultations and its count, by every filter', async () => {
  const filters: ConsultationFilters[] = [
    {},
    { status: 'open' },
    ...consultationStatuses.map((status) => ({ status })),
    ...whoseFilters.flatMap((whose) => [{ whose }, { whose, status: 'open' as const }]),
    ...dayFilters.map((day) => ({ day })),
    { tag: records.work.tags.halden },
    { tag: records.work.tags.lumen, status: 'open' },
    { tag: 'no id' },
    { account: world.accounts.lumen },
    { account: world.accounts.aurora },
    { account: 'no id' },
    { q: 'a' },
    { q: 'C-1' },
    { q: "it's 100 %" },
  ]
  let most = 0
  await forEverybody(async (actor) => {
    for (const filter of filters) {
      const { items } = await listConsultations(actor, filter)
      const { count } = await factsOfList(actor, filter)
      expect(count, `${actor.name}: ${JSON.stringify(filter)}`).toBe(items.length)
      most = Math.max(most, count)
    }
  })
  expect(most).toBeGreaterThanOrEqual(Object.keys(records.consultations).length - 1)
})
