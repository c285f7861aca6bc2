import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { listDocuments } from '#app/domain/documents/queries/list.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, release, released, submitted, unclassified } from './notes.ts'

useTestDatabase()
let world: World
let people: World['people']
beforeAll(async () => {
  world = await createWorld()
  people = world.people
})

const sees = async (actor: Actor) => {
  const { items } = await as(actor, () => listDocuments(actor, {}))
  return items.map((item) => item.id)
}

describe('what is taken from readers', () => {
  test('a withdrawn document leaves their lists and says why to whoever has the link', async () => {
    const { ingrid, dev, lin, rui } = people
    const id = await released(ingrid, dev, { accountIds: [world.accounts.lumen], functions: ['engineering'] })
    await as(dev, () => withdrawVersion(dev, id, { version: 1, reason: 'Wrong curve.' }))
    expect(await sees(lin)).not.toContain(id)
    const page = await as(lin, () => getVersionPage(lin, id, null))
    expect(page.version).toMatchObject({
      status: 'withdrawn',
      isInForce: false,
      withdrawal: { reason: 'Wrong curve.' },
    })
    await expect(as(rui, () => getVersionPage(rui, id, null))).rejects.toThrow(NotFound)
  })

  test('whoever leaves the audience has lost the document at once', async () => {
    const { ingrid, dev, lin, chen, marcus } = people
    const id = await released(ingrid, dev, { accountIds: [world.accounts.lumen], functions: ['engineering'] })
    const reach = {
      everyAccount: false,
      accountIds: [world.accounts.lumen],
      functions: ['purchasing' as const],
      ...unclassified,
    }
    await expect(as(marcus, () => changeAudience(marcus, id, reach))).rejects.toMatchObject({ status: 403 })
    await as(ingrid, () => changeAudience(ingrid, id, reach))
    await expect(as(lin, () => getDocument(lin, id))).rejects.toThrow(NotFound)
    await expect(as(chen, () => getDocument(chen, id))).resolves.toMatchObject({ id })
  })

  test('a line of a restricted account survives a change by somebody who may not enter it', async () => {
    const { ingrid, dev, quinn, rui } = people
    const id = await submitted(dev, { accountIds: [world.accounts.aurora], functions: ['engineering'] })
    await release(quinn, id)
    const page = await as(ingrid, () => getVersionPage(ingrid, id, null))
    expect(page.document.audience).toEqual([])
    const reach = {
      everyAccount: false,
      accountIds: [world.accounts.lumen],
      functions: ['quality' as const],
      ...unclassified,
    }
    await as(ingrid, () => changeAudience(ingrid, id, reach))
    await expect(as(rui, () => getDocument(rui, id))).resolves.toMatchObject({ id })
  })

  test('nobody releases a document of another organization', async () => {
    const { rui, ingrid } = people
    const draft = await submitted(ingrid)
    const stolen = as(rui, () => releaseVersion(rui, draft, { version: 1, seenAt: new Date() }))
    await expect(stolen).rejects.toThrow(NotFound)
  })
})
