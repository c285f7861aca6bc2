import { beforeAll, expect, test } from 'vitest'
import { search } from '#app/domain/search/queries.server.ts'
import { countQueries, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { ask } from '#tests/domain/consultations/support.ts'
import { released } from '#tests/domain/documents/notes.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { ingrid, dev, lin, rui } = world.people
  const { lumen, aurora } = world.accounts
  const { halden } = world.organizations
  const madeFor = (accountId: string, number: string, customerNumber: string) =>
    unscopedPrisma().variant.create({
      data: { accountId, productId: world.product, organizationId: halden, number, customerNumber },
    })
  const variant = await madeFor(lumen, 'CMD-075-4-L', 'K7731')
  await madeFor(aurora, 'CMD-075-4-A', 'P990')
  await ask(lin, lumen, { subject: 'Trips when warm', productId: world.product })
  await ask(lin, lumen, { subject: 'Another matter' })
  await ask(rui, aurora, { subject: 'Hums at night', productId: world.product })
  const toEngineers = { accountIds: [lumen], functions: ['engineering' as const] }
  await released(ingrid, dev, { ...toEngineers, title: 'Fitting', productIds: [world.product] })
  await released(ingrid, dev, { ...toEngineers, title: 'Made for Lumen', variantIds: [variant.id] })
  await released(ingrid, dev, { ...toEngineers, title: 'Of nothing in particular' })
})

async function found(person: PersonName, text: string, kind: 'document' | 'consultation' | null = null) {
  const actor = world.people[person]
  const answer = await runAsActor(actor.membershipId, () => search(actor, { text, kind, limit: 8 }))
  return answer.groups.flatMap(({ kind, results }) =>
    results.map(({ title }) => `${kind} ${title.map((piece) => piece.text).join('')}`),
  )
}

const ofLumen = ['document Fitting', 'document Made for Lumen', 'consultation Trips when warm']

test.each(['CMD-075-4', 'cmd 075 4', 'СМD-О75', '075-4'])('%s leads to what hangs from it', async (typed) => {
  expect((await found('lin', typed)).sort()).toEqual([...ofLumen].sort())
})

test('everybody finds what they may see', async () => {
  expect((await found('ingrid', 'CMD-075-4')).sort()).toEqual([...ofLumen].sort())
  // Aurora's account is restricted: to Dev and Marcus.
  expect(await found('dev', 'CMD-075-4', 'consultation')).toEqual(
    expect.arrayContaining(['consultation Hums at night', 'consultation Trips when warm']),
  )
  // Another function of the customer reads consultations, and no documents of engineering.
  expect(await found('chen', 'CMD-075-4')).toEqual(['consultation Trips when warm'])
  expect(await found('rui', 'CMD-075-4')).toEqual(['consultation Hums at night'])
})

test('a variant leads to the matters of its account', async () => {
  expect((await found('lin', 'K7731')).sort()).toEqual([...ofLumen].sort())
  expect(await found('dev', 'P990')).toEqual(
    expect.arrayContaining(['document Fitting', 'consultation Hums at night']),
  )
  expect(await found('dev', 'P990')).not.toContain('consultation Trips when warm')
  expect(await found('rui', 'K7731')).toEqual([])
})

test('the number is said, words are no numbers, and it is no statement more', async () => {
  const { lin } = world.people
  const asked = { text: 'CMD-075-4', kind: null, limit: 8 } as const
  const { result, statements } = await runAsActor(lin.membershipId, () =>
    countQueries(() => search(lin, asked)),
  )
  const [consultation] = result.groups.find(({ kind }) => kind === 'consultation')?.results ?? []
  expect(consultation?.excerpt).toEqual([{ text: 'CMD-075-4', isFound: false }])
  expect(statements.length).toBeLessThanOrEqual(4)
  expect(await found('lin', 'warm drives')).not.toContain('document Fitting')
})
