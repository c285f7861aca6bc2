import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  giveInformation,
  markImplemented,
  requestMore,
  respond,
} from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import type { RespondInput } from '#app/domain/documents/acknowledgements/forms.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, release } from '../notes.ts'
import { ask, asks, declare, noteForBoth, requestOfAccount, stateFor } from './requests.ts'

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
const _supersede = async (id: string) => {
  await as(people.dev, () => startVersion(people.dev, id))
  await as(people.dev, () => submitVersion(people.dev, id))
  await release(people.quinn, id)
}
const askedBoth = async (input = {}) => {
  const id = await noteForBoth(world)
  await ask(world, id, asks([lumen, aurora], input))
  return id
}

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

  test('information is asked for and given; until then nothing is awaited, and the deadline moves by that time', async () => {
    at('2026-03-02T12:00:00Z')
    const id = await askedBoth()
    const { lin, chen, rui, marcus, tomas } = people
    await declare(lin, id, 'engineering')
    await declare(chen, id, 'purchasing')
    const before = await requestOfAccount(lin, id)
    const give = (actor: Actor, accountId = lumen) =>
      as(actor, () => giveInformation(actor, id, { version: 1, accountId, text: 'At 4 kHz.' }))
    await expect(give(marcus)).rejects.toMatchObject({ messageKey: 'acknowledgements:error.nothingAsked' })
    at('2026-03-10T12:00:00Z')
    const question = { version: 1, kind: 'information_requested' as const, text: 'At which frequency?' }
    await as(lin, () => requestMore(lin, id, question))
    const asked = await requestOfAccount(marcus, id, lumen)
    expect(asked).toMatchObject({ state: 'information_requested', lastDay: null, daysLeft: null })
    expect(asked.waitingSince).toEqual(new Date('2026-03-10T12:00:00Z'))
    // Not for the customer to answer, nor for who sees the document and has another function; Aurora asked nothing.
    for (const actor of [lin, tomas]) await expect(give(actor)).rejects.toThrow(Forbidden)
    await expect(give(rui)).rejects.toThrow(NotFound)
    await expect(give(marcus, aurora)).rejects.toThrow(Conflict)
    at('2026-03-12T12:00:00Z')
    await give(marcus)
    await expect(give(marcus)).rejects.toThrow(Conflict)
    const given = await requestOfAccount(lin, id)
    expect(given).toMatchObject({ state: 'acknowledged', waitingSince: null })
    const days = (date: Date | null) => Math.round((date?.getTime() ?? 0) / 86_400_000)
    expect(days(given.respondBy) - days(before.respondBy)).toBe(3)
    const event = (await eventsOf(id)).at(-1)
    expect(event).toMatchObject({
      type: 'document.informationGiven',
      accountId: lumen,
      payload: { text: 'At 4 kHz.' },
    })
  })
})
