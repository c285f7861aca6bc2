import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { addFamily, addProduct, addVariant } from '#app/domain/accounts/commands/products.server.ts'
import { listCatalogue } from '#app/domain/accounts/queries/catalogue.server.ts'
import { getProduct, listFamilies, listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { runAsActor } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const as = <T>(actor: Actor, work: () => Promise<T>) => runAsActor(actor.membershipId, work)
const everything = { q: '', family: '', after: '' }

test('the supplier keeps its catalogue', async () => {
  const { ingrid, tomas, lin } = world.people
  const familyId = await as(ingrid, () => addFamily(ingrid, { code: 'PM', name: 'Power modules' }))
  const id = await as(ingrid, () => addProduct(ingrid, { familyId, number: 'PM-30', name: '30 A module' }))
  expect((await as(lin, () => getProduct(lin, id))).family.code).toBe('PM')
  for (const actor of [tomas, lin]) {
    await expect(as(actor, () => addFamily(actor, { code: 'X', name: 'X' }))).rejects.toThrow(Forbidden)
  }
  await expect(as(ingrid, () => addFamily(ingrid, { code: 'PM', name: 'Again' }))).rejects.toThrow(Invalid)
  await expect(
    as(ingrid, () => addProduct(ingrid, { familyId, number: 'PM-30', name: 'Again' })),
  ).rejects.toThrow(Invalid)
  await expect(
    as(ingrid, () => addProduct(ingrid, { familyId: world.accounts.lumen, number: 'N', name: 'N' })),
  ).rejects.toThrow(Invalid)
})

test('a variant is seen by its account alone', async () => {
  const { marcus, ingrid, lin, rui } = world.people
  const of = (accountId: string, number: string) => ({ accountId, productId: world.product, number })
  await as(marcus, () => addVariant(marcus, { ...of(world.accounts.lumen, 'CMD-L'), customerNumber: 'L-77' }))
  await as(marcus, () => addVariant(marcus, of(world.accounts.aurora, 'CMD-A')))
  await expect(as(ingrid, () => addVariant(ingrid, of(world.accounts.aurora, 'CMD-I')))).rejects.toThrow(
    NotFound,
  )
  await expect(as(lin, () => addVariant(lin, of(world.accounts.lumen, 'CMD-C')))).rejects.toThrow(Forbidden)
  const seen = async (actor: Actor) =>
    (await as(actor, () => listCatalogue(actor, everything))).items.flatMap((p) =>
      p.variants.map((v) => v.number),
    )
  expect(await seen(lin)).toEqual(['CMD-L'])
  expect(await seen(rui)).toEqual(['CMD-A'])
  expect(await seen(ingrid)).toEqual(['CMD-L'])
  expect(await seen(marcus)).toEqual(['CMD-A', 'CMD-L'])
  const found = await as(lin, () => listCatalogue(lin, { ...everything, q: 'l-77' }))
  expect(found.items).toHaveLength(1)
})

test('families and products of a supplier are those of its customers as well', async () => {
  const { rui, ingrid } = world.people
  expect((await as(rui, () => listFamilies(rui))).map((f) => f.code)).toEqual(['CMD', 'PM'])
  expect((await as(ingrid, () => listProducts(ingrid))).map((p) => p.number)).toEqual(['CMD-075-4', 'PM-30'])
  expect(await as(rui, () => listProducts(rui, world.organizations.aurora))).toEqual([])
})
