import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acknowledge } from '#app/domain/documents/acknowledgements/commands/acknowledge.server.ts'
import { askForAcknowledgement } from '#app/domain/documents/acknowledgements/commands/ask.server.ts'
import {
  markImplemented,
  requestMore,
  respond,
} from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import type { RespondInput } from '#app/domain/documents/acknowledgements/forms.ts'
import { watchAcknowledgements } from '#app/domain/documents/acknowledgements/watch.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
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
const at = (instant: string) => {
  resetClock()
  resetClock = setClock(() => new Date(instant))
}

const answer = (actor: Actor, id: string, input: Omit<RespondInput, 'version'>) =>
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

describe('answering', () => {
  const acknowledged = async () => {
    const id = await askedBoth()
    await declare(people.lin, id, 'engineering')
    await declare(people.chen, id, 'purchasing')
    return id
  }

  test('accepted, and then carried out', async () => {
    const id = await acknowledged()
    await answer(people.lin, id, { outcome: 'accepted', text: '' })
    expect(await stateFor(people.chen, id)).toBe('accepted')
    await expect(answer(people.chen, id, { outcome: 'rejected', text: 'No' })).rejects.toThrow(Conflict)
    const implement = (actor: Actor) =>
      as(actor, () => markImplemented(actor, id, { version: 1, accountId: lumen }))
    await expect(implement(people.lin)).rejects.toThrow(Forbidden)
    await implement(people.quinn)
    expect(await stateFor(people.lin, id)).toBe('implemented')
    await expect(implement(people.quinn)).rejects.toThrow(Conflict)
  })

  test('with a condition or a rejection, each with its words, and further from there', async () => {
    const id = await acknowledged()
    await answer(people.chen, id, { outcome: 'rejected', text: 'No stock for six months' })
    expect(await stateFor(people.marcus, id, lumen)).toBe('rejected')
    await answer(people.chen, id, { outcome: 'conditional', text: 'Last order until June' })
    expect(await stateFor(people.lin, id)).toBe('conditional')
    const types = (await eventsOf(id)).map(({ type }) => type)
    expect(types).toContain('document.rejected')
    expect(types).toContain('document.acceptedConditionally')
  })

  test('an acceptance needs the quorum, a rejection the own acknowledgement', async () => {
    const id = await askedBoth()
    await expect(answer(people.lin, id, { outcome: 'rejected', text: 'No' })).rejects.toThrow(Conflict)
    await declare(people.lin, id, 'engineering')
    await expect(answer(people.lin, id, { outcome: 'accepted', text: '' })).rejects.toThrow(Conflict)
    await answer(people.lin, id, { outcome: 'rejected', text: 'No' })
    expect(await stateFor(people.lin, id)).toBe('rejected')
    await expect(answer(people.wu, id, { outcome: 'accepted', text: '' })).rejects.toThrow(NotFound)
  })

  test('two answers at once: the second finds the first', async () => {
    const id = await acknowledged()
    const results = await Promise.allSettled([
      answer(people.lin, id, { outcome: 'accepted', text: '' }),
      answer(people.chen, id, { outcome: 'accepted', text: '' }),
    ])
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })

  test('samples are asked for in the time of the contract', async () => {
    at('2026-03-02T12:00:00Z')
    const id = await askedBoth()
    const more = (kind: 'samples_requested' | 'information_requested') =>
      as(people.lin, () => requestMore(people.lin, id, { version: 1, kind, text: 'Ten pieces' }))
    at('2026-04-01T15:59:00Z')
    await declare(people.lin, id, 'engineering')
    await declare(people.chen, id, 'purchasing')
    await more('samples_requested')
    expect(await stateFor(people.lin, id)).toBe('samples_requested')
    at('2026-04-01T16:00:00Z')
    await expect(more('samples_requested')).rejects.toThrow(Conflict)
    await more('information_requested')
    expect(await stateFor(people.lin, id)).toBe('information_requested')
  })
})

test('the database refuses what the commands would not do', async () => {
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
