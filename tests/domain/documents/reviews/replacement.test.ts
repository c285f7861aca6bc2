import { beforeAll, describe, expect, test } from 'vitest'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { suggestReplacements } from '#app/domain/documents/reviews/queries/replacement.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRival } from '#tests/support/rival.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, released } from '../notes.ts'
import { forLumen, submit } from './support.ts'

useTestDatabase()
let world: World
let people: World['people']
beforeAll(async () => {
  world = await createWorld()
  people = world.people
})

describe('a withdrawal', () => {
  const numberOf = async (id: string) => (await as(people.dev, (dev) => getDocument(dev, id))).number
  const withdraw = (id: string, replacement?: string) =>
    as(people.dev, (dev) => withdrawVersion(dev, id, { version: 1, reason: 'A wrong figure.', replacement }))

  test('names another document in force of the organization, and nothing else', async () => {
    const { ingrid, dev } = people
    const id = await released(ingrid, dev, forLumen(world))
    const draft = await submit(ingrid, forLumen(world))
    await createRival(777)
    const refusals = {
      [await numberOf(id)]: 'reviews:error.replacesItself',
      [await numberOf(draft)]: 'reviews:error.replacementNotInForce',
      // Of another organization, and of none.
      'TN-0777': 'reviews:error.replacementUnknown',
      'DS-9999': 'reviews:error.replacementUnknown',
      '0001': 'reviews:error.replacementNumber',
      'The right figures': 'reviews:error.replacementNumber',
      [`${'9'.repeat(30)}`]: 'reviews:error.replacementNumber',
      [id]: 'reviews:error.replacementNumber',
    }
    for (const [wrong, messageKey] of Object.entries(refusals)) {
      await expect(withdraw(id, wrong)).rejects.toMatchObject({
        field: 'replacement',
        messageKey,
        status: 422,
      })
    }
    expect(await unscopedPrisma().documentWithdrawal.count()).toBe(0)
    const other = await released(ingrid, dev, { ...forLumen(world), title: 'The right figures' })
    await withdraw(id, ` ${(await numberOf(other)).toLowerCase()} `)
    const shown = async (reader: typeof dev) =>
      (await as(reader, () => getVersionPage(reader, id, null))).version.withdrawal?.replacement
    expect(await shown(people.lin)).toMatchObject({ id: other, title: 'The right figures' })
    await withdraw(other)
    expect(await shown(people.lin)).toBeNull()
    expect(await shown(dev)).toBeNull()
  })

  test('tells of its replacement only who sees that as well', async () => {
    const { ingrid, dev, lin, chen } = people
    const accountIds = [world.accounts.lumen]
    const id = await released(ingrid, dev, { accountIds, functions: ['engineering', 'purchasing'] })
    const other = await released(ingrid, dev, { accountIds, functions: ['engineering'] })
    await withdraw(id, await numberOf(other))
    const page = (reader: typeof dev) => as(reader, () => getVersionPage(reader, id, null))
    expect((await page(lin)).version.withdrawal?.replacement?.id).toBe(other)
    expect((await page(chen)).version.withdrawal).toMatchObject({
      reason: 'A wrong figure.',
      replacement: null,
    })
    expect((await page(ingrid)).version.withdrawal?.replacement?.id).toBe(other)
    await expect(page(people.rui)).rejects.toThrow(NotFound)
  })
})

describe('while the number of a replacement is typed', () => {
  const offered = (id: string, typed: string) =>
    as(people.dev, async (dev) => (await suggestReplacements(dev, id, typed)).map((each) => each.id))

  test('other documents in force are offered, by the beginning of a number or a word of the title', async () => {
    const { ingrid, dev } = people
    const id = await released(ingrid, dev, { ...forLumen(world), title: 'Coating of terminals' })
    const other = await released(ingrid, dev, { ...forLumen(world), title: 'Coating of boards' })
    const draft = await submit(ingrid, { ...forLumen(world), title: 'Coating of shafts' })
    expect(await offered(id, 'coating')).toEqual([other])
    const { number } = await as(dev, () => getDocument(dev, other))
    expect(await offered(id, number)).toEqual([other])
    expect(await offered(id, number.slice(0, -1))).toContain(other)
    expect(await offered(id, 'tn')).not.toContain(draft)
    expect(await offered(id, '')).not.toContain(id)
    for (const strange of ['zz-1', '%', '\\', "'; --", 'x'.repeat(5000)]) {
      expect(await offered(id, strange)).toEqual([])
    }
  })
})
