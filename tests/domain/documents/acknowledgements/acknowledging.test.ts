import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acknowledge } from '#app/domain/documents/acknowledgements/commands/acknowledge.server.ts'
import { respond } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import type { RespondInput } from '#app/domain/documents/acknowledgements/forms.ts'
import { watchAcknowledgements } from '#app/domain/documents/acknowledgements/watch.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, release } from '../notes.ts'
import { agree, ask, asks, declare, noteForBoth, requestOfAccount, stateFor } from './requests.ts'

useTestDatabase()
let world: World
let people: World['people']
let lumen: string
let aurora: string
beforeAll(async () => {
  world = await createWorld()
  people = world.people
  lumen = world.accounts.lumen
  aurora = world.accounts.aurora
})

let resetClock = () => {}
afterEach(() => resetClock())
const _at = (instant: string) => {
  resetClock()
  resetClock = setClock(() => new Date(instant))
}

const _answer = (actor: Actor, id: string, input: Omit<RespondInput, 'version'>) =>
  as(actor, () => respond(actor, id, { version: 1, ...input }))
const supersede = async (id: string) => {
  await as(people.dev, () => startVersion(people.dev, id))
  await as(people.dev, () => submitVersion(people.dev, id))
  await release(people.quinn, id)
}
const askedBoth = async (input = {}) => {
  const id = await noteForBoth(world)
  await ask(world, id, asks([lumen, aurora], input))
  return id
}

describe('acknowledging', () => {
  test('one of each function makes the quorum', async () => {
    const id = await askedBoth()
    await declare(people.lin, id, 'engineering')
    expect(await requestOfAccount(people.lin, id)).toMatchObject({
      state: 'delivered',
      missing: [{ function: 'purchasing', count: 1 }],
    })
    await declare(people.chen, id, 'purchasing')
    expect(await requestOfAccount(people.chen, id)).toMatchObject({ state: 'acknowledged', missing: [] })
    expect(await stateFor(people.rui, id)).toBe('sent')
    const events = (await eventsOf(id)).filter(({ type }) => type === 'document.acknowledged')
    expect(events.map(({ payload }) => (payload as { isComplete: boolean }).isComplete)).toEqual([
      false,
      true,
    ])
  })

  test('nobody twice, not for a function of somebody else, not another account, not without seeing it', async () => {
    const id = await askedBoth()
    await declare(people.lin, id, 'engineering')
    await expect(declare(people.lin, id, 'engineering')).rejects.toThrow(Conflict)
    await expect(declare(people.lin, id, 'purchasing')).rejects.toThrow(Forbidden)
    await expect(declare(people.wu, id, 'logistics')).rejects.toThrow(NotFound)
    await expect(declare(people.marcus, id, 'engineering')).rejects.toThrow()
    const alone = await noteForBoth(world)
    await ask(world, alone, asks([lumen]))
    await expect(declare(people.rui, alone, 'engineering')).rejects.toThrow(NotFound)
  })

  test('two windows at once are one acknowledgement', async () => {
    const id = await askedBoth()
    const results = await Promise.allSettled([1, 2, 3].map(() => declare(people.lin, id, 'engineering')))
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const both = [declare(people.chen, id, 'purchasing'), declare(people.rui, id, 'engineering')]
    await Promise.all(both)
    expect(await stateFor(people.lin, id)).toBe('acknowledged')
  })

  test('what one declares is what stood on the page', async () => {
    const id = await askedBoth({ statement: 'Read, and the store was told.' })
    const other = { version: 1, function: 'engineering' as const, statement: 'Read.' }
    await expect(as(people.lin, () => acknowledge(people.lin, id, other))).rejects.toThrow(Conflict)
    await declare(people.lin, id, 'engineering')
    const { acknowledgements, contentHash } = await requestOfAccount(people.lin, id)
    expect(acknowledgements).toMatchObject([{ statement: 'Read, and the store was told.' }])
    const [row] = await unscopedPrisma().documentAcknowledgement.findMany({ where: { documentId: id } })
    expect(row?.contentHash).toBe(contentHash)
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('of a superseded version stays valid for that version; of a withdrawn one there is none', async () => {
    const id = await askedBoth()
    await declare(people.lin, id, 'engineering')
    await supersede(id)
    await declare(people.chen, id, 'purchasing')
    expect(await requestOfAccount(people.lin, id)).toMatchObject({
      state: 'acknowledged',
      versionStatus: 'superseded',
      version: 1,
    })
    const other = await askedBoth()
    await as(people.quinn, () => withdrawVersion(people.quinn, other, { version: 1, reason: 'Wrong' }))
    expect(await stateFor(people.lin, other)).toBe('withdrawn')
    await expect(declare(people.lin, other, 'engineering')).rejects.toThrow(Conflict)
  })
})

test('the database refuses what the commands would not do', async () => {
  await agree(world, lumen)
  const id = await askedBoth()
  const request = await requestOfAccount(people.lin, id)
  const row = {
    requestAccountId: request.id,
    accountId: lumen,
    documentId: id,
    versionId: request.versionId,
    statement: 'x',
    contentHash: 'x',
  }
  const insert = (actor: Actor, memberId: string, fn: 'engineering' | 'quality') =>
    as(actor, () => prisma.documentAcknowledgement.create({ data: { ...row, memberId, function: fn } }))
  await expect(insert(people.lin, people.chen.membershipId, 'engineering')).rejects.toThrow()
  await expect(insert(people.lin, people.lin.membershipId, 'quality')).rejects.toThrow()
  await expect(insert(people.rui, people.rui.membershipId, 'engineering')).rejects.toThrow()
  const fact = { requestAccountId: request.id, accountId: lumen, memberId: people.lin.membershipId }
  const state = (kind: 'deemed_accepted' | 'implemented') =>
    as(people.lin, () => prisma.acknowledgementFact.create({ data: { ...fact, kind } }))
  await expect(state('deemed_accepted')).rejects.toThrow()
  await expect(state('implemented')).rejects.toThrow()
  await declare(people.lin, id, 'engineering')
  const rows = unscopedPrisma()
  await expect(rows.documentAcknowledgement.deleteMany({ where: { documentId: id } })).rejects.toThrow(
    /insert-only/,
  )
  await expect(rows.evidenceEntry.updateMany({ data: { hash: 'x' } })).rejects.toThrow(/insert-only/)
  await expect(rows.documentTerms.updateMany({ data: { acknowledgeDays: 1 } })).rejects.toThrow(/insert-only/)
  await watchAcknowledgements()
})
