import { afterEach, beforeAll, expect, test } from 'vitest'
import { acknowledgementAudience } from '#app/domain/documents/acknowledgements/audience.server.ts'
import { respond } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import { listWaitingRequests } from '#app/domain/documents/acknowledgements/queries/waiting.server.ts'
import { watchAcknowledgements } from '#app/domain/documents/acknowledgements/watch.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf } from '../notes.ts'
import { agree, ask, asks, declare, noteForBoth, stateFor } from './requests.ts'

useTestDatabase()
let world: World
let people: World['people']
let id: string
beforeAll(async () => {
  world = await createWorld()
  people = world.people
  const { lumen, aurora } = world.accounts
  at('2026-03-02T12:00:00Z')
  await agree(world, lumen, { reminderDays: [3, 1] })
  await agree(world, aurora, { isSilenceAcceptance: 'yes', reminderDays: [] })
  id = await noteForBoth(world)
  await ask(world, id, asks([lumen, aurora]))
})

let resetClock = () => {}
afterEach(() => resetClock())
function at(instant: string) {
  resetClock()
  resetClock = setClock(() => new Date(instant))
}
const watchAt = async (instant: string) => {
  at(instant)
  await watchAcknowledgements()
}
const happened = async (type: string) =>
  (await eventsOf(id)).filter((event) => event.type === `document.${type}`)
const hears = async (event: RecordedEvent | undefined) => {
  if (!event) throw new Error('nothing happened')
  const audience = acknowledgementAudience[event.type as keyof typeof acknowledgementAudience]
  const members = await audience(event, unscopedPrisma())
  return Object.entries(people)
    .filter(([, actor]) => members.includes(actor.membershipId))
    .map(([name]) => name)
    .sort()
}

test('reminds each function that is missing, once, by working days of the account’s zone', async () => {
  // Lumen's last day is Wednesday, the first of April: three working days before is Friday, the 27th of March.
  await watchAt('2026-03-26T15:59:00Z')
  expect(await happened('acknowledgementReminded')).toEqual([])
  await watchAt('2026-03-26T16:00:00Z')
  await watchAt('2026-03-27T08:00:00Z')
  const [event, ...more] = await happened('acknowledgementReminded')
  expect(more).toEqual([])
  expect(event).toMatchObject({ actorId: null, accountId: world.accounts.lumen })
  expect(event?.payload).toMatchObject({
    due: '2026-04-01',
    days: 5,
    functions: ['engineering', 'purchasing'],
  })
  expect(await hears(event as RecordedEvent)).toEqual(['chen', 'lin'])
  await declare(people.lin, id, 'engineering')
  await watchAt('2026-03-30T16:00:00Z')
  const last = (await happened('acknowledgementReminded')).at(-1)
  expect(last?.payload).toMatchObject({ functions: ['purchasing'], days: 1 })
  expect(await hears(last as RecordedEvent)).toEqual(['chen'])
})

test('waits for those who are missing, on their home page', async () => {
  at('2026-03-30T17:00:00Z')
  const waiting = (name: 'lin' | 'chen' | 'wu' | 'rui' | 'marcus') =>
    as(people[name], async () => (await listWaitingRequests(people[name], 8)).map(({ reason }) => reason))
  expect(await waiting('lin')).toEqual([])
  expect(await waiting('chen')).toEqual(['toAcknowledge'])
  expect(await waiting('rui')).toEqual(['toAcknowledge'])
  expect([...(await waiting('wu')), ...(await waiting('marcus'))]).toEqual([])
})

test('the deadline’s midnight: overdue in one account, deemed accepted in the other, each recorded once', async () => {
  await watchAt('2026-04-01T15:59:59Z')
  expect(await stateFor(people.lin, id)).toBe('delivered')
  await watchAt('2026-04-01T16:00:00Z')
  expect(await stateFor(people.lin, id)).toBe('overdue')
  expect(await stateFor(people.rui, id)).toBe('sent')
  await watchAt('2026-04-01T23:00:00Z') // Lisbon is on summer time
  await watchAt('2026-04-03T00:00:00Z')
  expect(await stateFor(people.rui, id)).toBe('deemed_accepted')
  expect(await stateFor(people.lin, id)).toBe('overdue')
  const [overdue, ...more] = await happened('acknowledgementOverdue')
  const [deemed, ...others] = await happened('deemedAccepted')
  expect([...more, ...others]).toEqual([])
  expect(overdue).toMatchObject({ accountId: world.accounts.lumen, payload: { functions: ['purchasing'] } })
  expect(deemed).toMatchObject({
    accountId: world.accounts.aurora,
    actorId: null,
    payload: { due: '2026-04-01' },
  })
  expect(await hears(overdue as RecordedEvent)).toEqual(['chen', 'dev', 'marcus'])
})

test('what is deemed accepted is answered no more; what is overdue still is', async () => {
  at('2026-04-04T00:00:00Z')
  await declare(people.rui, id, 'engineering')
  const reject = (name: 'rui' | 'chen') =>
    as(people[name], () => respond(people[name], id, { version: 1, outcome: 'rejected', text: 'No' }))
  await expect(reject('rui')).rejects.toThrow(Conflict)
  await declare(people.chen, id, 'purchasing')
  await reject('chen')
  expect(await stateFor(people.lin, id)).toBe('rejected')
  await watchAt('2027-01-01T00:00:00Z')
  expect(await stateFor(people.lin, id)).toBe('rejected')
})

test('a closed account is left alone', async () => {
  at('2026-05-04T12:00:00Z')
  const { lumen } = world.accounts
  const other = await noteForBoth(world)
  await ask(world, other, asks([lumen]))
  const close = (closedAt: Date | null) =>
    unscopedPrisma().account.update({ where: { id: lumen }, data: { closedAt } })
  await close(new Date())
  await watchAt('2026-09-04T12:00:00Z')
  expect((await eventsOf(other)).map(({ type }) => type)).not.toContain('document.acknowledgementOverdue')
  await close(null)
})
