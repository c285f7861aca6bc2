import { describe, expect, test } from 'vitest'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { recordOpening } from '#app/domain/documents/commands/read.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { getReleasePage } from '#app/domain/documents/reviews/queries/release-page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
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

describe('the pages of a release', () => {
  test('stay readable after it was released: the page of the release is gone', async () => {
    const { ingrid, dev } = people
    const id = await submit(ingrid, forLumen(world))
    await release(dev, id)
    await expect(as(dev, () => getReleasePage(dev, id))).rejects.toMatchObject({ status: 409 })
  })
})
