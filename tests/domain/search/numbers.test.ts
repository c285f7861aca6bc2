import { beforeAll, expect, test } from 'vitest'
import { search } from '#app/domain/search/queries.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { released } from '../documents/notes.ts'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { ingrid, dev } = world.people
  const { lumen: accountId } = world.accounts
  await released(ingrid, dev, { accountIds: [accountId], functions: ['engineering'] })
  const variant = { accountId, productId: world.product, organizationId: world.organizations.halden }
  await unscopedPrisma().variant.create({
    data: { ...variant, number: 'CMD-075-4-L', customerNumber: 'K7731' },
  })
})

async function near(person: PersonName, text: string): Promise<string[]> {
  const actor = world.people[person]
  const answer = await runAsActor(actor.membershipId, () => search(actor, { text, kind: null, limit: 50 }))
  return answer.near.map(({ kind, number }) => `${kind} ${number}`)
}

test.each([
  ['CMD-75-4', 'product CMD-075-4'],
  ['CDM-075-4', 'product CMD-075-4'],
  ['cmd 075 4', 'product CMD-075-4'],
  // Typed on a Russian keyboard, and with the letter O.
  ['СМД-075-4', 'product CMD-075-4'],
  ['CMD-O75-4', 'product CMD-075-4'],
  ['K7731', 'product CMD-075-4'],
])('%s', async (text, expected) => expect(await near('lin', text)).toContain(expected))

test('a variant of one customer is not found by the other', async () => {
  expect(await near('rui', 'K7731')).toEqual([])
  expect(await near('lin', 'K7713')).toEqual(['product CMD-075-4'])
})

test('documents by a mistyped number, only those that one sees', async () => {
  expect(await near('quinn', 'NT-0001')).toContain('document TN-0001')
  expect(await near('lin', 'TN-0O1')).toContain('document TN-0001')
  expect(await near('rui', 'NT-0001')).toEqual([])
})

test('words are no numbers', async () => expect(await near('lin', 'how hot at 40 °C')).toEqual([]))
