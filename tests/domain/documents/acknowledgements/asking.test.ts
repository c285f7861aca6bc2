import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { askForAcknowledgement } from '#app/domain/documents/acknowledgements/commands/ask.server.ts'
import { respond } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import type { RespondInput } from '#app/domain/documents/acknowledgements/forms.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, release } from '../notes.ts'
import { agree, ask, asks, noteForBoth, requestOfAccount, stateFor } from './requests.ts'

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
const at = (instant: string) => {
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

describe('asking', () => {
  test('each account gets the deadlines of its own contract, in its own zone, and keeps them', async () => {
    at('2026-03-02T17:30:00Z') // in Shanghai it is the third already
    await agree(world, aurora, { acknowledgeDays: 20, responseDays: 60, isSilenceAcceptance: 'yes' })
    const id = await askedBoth()
    await agree(world, aurora, { acknowledgeDays: 5, responseDays: 6 })
    const ofLumen = await requestOfAccount(people.lin, id)
    expect(ofLumen.acknowledgeBy).toEqual(new Date('2026-04-02T16:00:00Z'))
    expect(ofLumen).toMatchObject({ lastDay: '2026-04-02', daysLeft: 30, isSilenceAcceptance: false })
    const ofAurora = await requestOfAccount(people.rui, id)
    expect(ofAurora.acknowledgeBy).toEqual(new Date('2026-03-23T00:00:00Z'))
    expect(ofAurora).toMatchObject({ lastDay: '2026-03-22', daysLeft: 20, isSilenceAcceptance: true })
    expect(ofAurora.respondBy).toEqual(new Date('2026-05-01T23:00:00Z'))
    await agree(world, aurora)
  })

  test('tells the asked functions of each account, with the account on the event', async () => {
    const id = await askedBoth()
    const events = (await eventsOf(id)).filter(({ type }) => type === 'document.acknowledgementAsked')
    expect(events.map((event) => event.accountId).sort()).toEqual([lumen, aurora].sort())
  })

  test('points out a quorum that nobody can fulfil, and asks all the same when that is wanted', async () => {
    const id = await noteForBoth(world)
    const twoEngineers = asks([lumen], { engineering: 2 })
    await expect(ask(world, id, twoEngineers)).rejects.toThrow(Invalid)
    expect(
      await as(people.marcus, () => prisma.acknowledgementRequest.count({ where: { documentId: id } })),
    ).toBe(0)
    await ask(world, id, { ...twoEngineers, isGapAccepted: true })
    expect(await stateFor(people.lin, id)).toBe('sent')
  })

  test('a deactivated member fulfils no quorum', async () => {
    const id = await noteForBoth(world)
    const where = { id: people.chen.membershipId }
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    await expect(ask(world, id, asks([lumen]))).rejects.toMatchObject({ field: 'isGapAccepted' })
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
    await ask(world, id, asks([lumen]))
  })

  test('is for those who write or answer for accounts, about a version in force, in accounts that it is for', async () => {
    const id = await noteForBoth(world)
    const by = (actor: Actor, input = asks([lumen])) =>
      as(actor, () => askForAcknowledgement(actor, id, input))
    await expect(by(people.tomas)).rejects.toThrow(Forbidden)
    await expect(by(people.lin)).rejects.toThrow(Forbidden)
    // Aurora's account is restricted, and Ingrid is not on its team.
    await expect(by(people.ingrid, asks([aurora]))).rejects.toThrow(Invalid)
    await ask(world, id, asks([lumen]))
    await expect(by(people.ingrid)).rejects.toThrow(Invalid)
    await supersede(id)
    await expect(by(people.marcus, asks([aurora]))).rejects.toThrow(Conflict)
    await unscopedPrisma().account.update({ where: { id: lumen }, data: { closedAt: new Date() } })
    await expect(by(people.marcus, asks([lumen], { version: 2 }))).rejects.toThrow(Invalid)
    await expect(requestOfAccount(people.lin, id)).rejects.toThrow(NotFound)
    await unscopedPrisma().account.update({ where: { id: lumen }, data: { closedAt: null } })
  })

  test('two who ask the same account at once: one of them is told', async () => {
    const id = await noteForBoth(world)
    const results = await Promise.allSettled([ask(world, id, asks([lumen])), ask(world, id, asks([lumen]))])
    expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await unscopedPrisma().acknowledgementRequestAccount.count({ where: { documentId: id } })).toBe(1)
  })

  test('a given day holds; where silence is acceptance no day before the contract’s', async () => {
    at('2026-03-02T12:00:00Z')
    const id = await noteForBoth(world)
    await agree(world, aurora, { isSilenceAcceptance: 'yes' })
    await expect(ask(world, id, asks([aurora], { dueOn: '2026-03-09' }))).rejects.toMatchObject({
      field: 'dueOn',
    })
    await expect(ask(world, id, asks([lumen], { dueOn: '2026-02-09' }))).rejects.toMatchObject({
      field: 'dueOn',
    })
    await ask(world, id, asks([lumen], { dueOn: '2026-03-09' }))
    expect(await requestOfAccount(people.lin, id)).toMatchObject({ lastDay: '2026-03-09' })
    await agree(world, aurora)
  })
})
