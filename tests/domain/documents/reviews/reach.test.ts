import { describe, expect, test } from 'vitest'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { recordOpening } from '#app/domain/documents/commands/read.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { getReleasePage } from '#app/domain/documents/reviews/queries/release-page.server.ts'
import { suggestReplacements } from '#app/domain/documents/reviews/queries/replacement.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { createRival } from '#tests/support/rival.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, release, released, unclassified } from '../notes.ts'
import { forLumen, submit } from './support.ts'

const world = useWorld()
const { people } = world

describe('before a release', () => {
  const reachOf = async (id: string, by = people.dev) =>
    (await as(by, (actor) => getReleasePage(actor, id))).reach

  test('it is named who will see it, by account and function', async () => {
    const { marcus } = people
    const accountIds = [world.accounts.lumen]
    const id = await submit(people.ingrid, { accountIds, functions: ['engineering', 'purchasing'] })
    const { sees, loses, inForce } = await reachOf(id)
    expect(sees).toMatchObject({ count: 2, more: { count: 0 } })
    expect(sees.groups).toEqual([
      {
        organizationId: world.organizations.lumen,
        name: 'Lumen Appliances',
        count: 2,
        parts: [
          { functions: ['engineering'], count: 1, names: ['林晓'] },
          { functions: ['purchasing'], count: 1, names: ['陈伟'] },
        ],
      },
    ])
    expect([loses.count, inForce]).toEqual([0, null])
    await expect(reachOf(id, marcus)).rejects.toMatchObject({ status: 403 })
  })

  test('a large audience is named whole', async () => {
    const { ingrid, lin } = people
    const database = unscopedPrisma()
    const users = Array.from({ length: 40 }, (_, index) => ({ email: `e${index}@lumen.example` }))
    await database.user.createMany({ data: users.map((user) => ({ ...user, language: 'zh' })) })
    const made = await database.user.findMany({ where: { email: { in: users.map((user) => user.email) } } })
    await database.membership.createMany({
      data: made.map((user, index) => ({
        userId: user.id,
        organizationId: lin.organizationId,
        side: 'customer' as const,
        name: `Engineer ${String(index).padStart(2, '0')}`,
        functions: ['engineering' as const],
      })),
    })
    const { sees } = await reachOf(await submit(ingrid, forLumen(world)))
    expect(sees.count).toBe(41)
    const [part] = sees.groups[0]?.parts ?? []
    expect(part?.count).toBe(41)
    expect(part?.names).toHaveLength(41)
    await database.membership.updateMany({
      where: { userId: { in: made.map((user) => user.id) } },
      data: { deactivatedAt: new Date() },
    })
  })

  test('and who knew of the version in force, read or told, and will not see this one', async () => {
    const { ingrid, dev, quinn, lin } = people
    const id = await released(ingrid, dev, forLumen(world))
    await as(lin, async () => {
      const { document, version, reading } = await getVersionPage(lin, id, null)
      await recordOpening(lin, { ...version, document }, reading)
    })
    await as(dev, () => startVersion(dev, id))
    await as(dev, () => submitVersion(dev, id))
    expect((await reachOf(id, quinn)).loses.count).toBe(0)
    const narrower = {
      ...unclassified,
      everyAccount: false,
      accountIds: [world.accounts.lumen],
      functions: ['purchasing' as const],
    }
    await as(dev, () => changeAudience(dev, id, narrower))
    const { sees, loses, inForce } = await reachOf(id, quinn)
    expect(inForce).toBe(1)
    expect(sees.groups[0]?.parts[0]?.names).toEqual(['陈伟'])
    expect(loses.groups[0]?.parts[0]?.names).toEqual(['林晓'])
    const told = await released(ingrid, dev, forLumen(world))
    const event = await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: told, type: 'document.released' },
    })
    await unscopedPrisma().notification.create({
      data: {
        ...{ membershipId: lin.membershipId, eventId: event.id, type: event.type },
        ...{ subjectType: 'document', subjectId: told, payload: event.payload as object },
      },
    })
    await as(dev, () => startVersion(dev, told))
    await as(dev, () => submitVersion(dev, told))
    await as(dev, () => changeAudience(dev, told, narrower))
    expect((await reachOf(told, quinn)).loses.groups[0]?.parts[0]?.names).toEqual(['林晓'])
  })
})

describe('a withdrawal', () => {
  const numberOf = async (id: string) => (await as(people.dev, (dev) => getDocument(dev, id))).number
  const withdraw = (id: string, replacement?: string) =>
    as(people.dev, (dev) => withdrawVersion(dev, id, { version: 1, reason: 'A wrong figure.', replacement }))

  test('names another document in force of the organization, and nothing else', async () => {
    const { ingrid, dev } = people
    const id = await released(ingrid, dev, forLumen(world))
    const draft = await submit(ingrid, forLumen(world))
    const { organization } = await createRival()
    await unscopedPrisma().document.updateMany({
      where: { organizationId: organization },
      data: { number: 777 },
    })
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

describe('the pages of a release', () => {
  test('stay readable after it was released: the page of the release is gone', async () => {
    const { ingrid, dev } = people
    const id = await submit(ingrid, forLumen(world))
    await release(dev, id)
    await expect(as(dev, () => getReleasePage(dev, id))).rejects.toMatchObject({ status: 409 })
  })
})
