import { afterEach, beforeAll, expect, test } from 'vitest'
import { documentsAudience } from '#app/domain/documents/audience.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { remindOfDates } from '#app/domain/documents/reminders.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, released } from '../notes.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterEach(() => setClock(() => new Date()))

const on = (instant: string) => setClock(() => new Date(instant))
const audience = { everyAccount: true, functions: ['engineering' as const] }
const told = async (id: string) =>
  (await eventsOf(id))
    .filter(({ type }) => /expir|effective/.test(type))
    .map(({ type, payload }) => [type.replace('document.', ''), (payload as { days: number }).days])

test('the end of a version is told 30 and 7 days before and when it has come, each once', async () => {
  const { ingrid, dev } = world.people
  on('2026-01-01T12:00:00Z')
  const id = await released(ingrid, dev, { ...audience, expiresOn: '2026-06-30' })
  for (const day of [
    '2026-05-30',
    '2026-05-31',
    '2026-06-10',
    '2026-06-23',
    '2026-06-30',
    '2026-07-02',
    '2026-07-03',
  ]) {
    on(`${day}T12:00:00Z`)
    await Promise.all([remindOfDates(), remindOfDates()])
  }
  expect(await told(id)).toEqual([
    ['expiring', 30],
    ['expiring', 7],
    ['expired', 0],
  ])
  const [event] = await unscopedPrisma().event.findMany({
    where: { subjectId: id, type: 'document.expired' },
  })
  if (!event) throw new Error('nothing was told')
  const recorded = { ...event, payload: event.payload as Record<string, unknown> }
  const hears = await documentsAudience['document.expired'](recorded, unscopedPrisma())
  expect(hears).toEqual([ingrid.membershipId])
})

test('the day is the organization’s: in Los Angeles it is still the day before', async () => {
  const { ingrid, dev } = world.people
  on('2026-01-01T12:00:00Z')
  const id = await released(ingrid, dev, { ...audience, expiresOn: '2026-03-01' })
  on('2026-03-02T05:00:00Z')
  await remindOfDates()
  expect(await told(id)).toEqual([['expiring', 7]])
  on('2026-03-02T09:00:00Z')
  await remindOfDates()
  expect(await told(id)).toEqual([
    ['expiring', 7],
    ['expired', 0],
  ])
})

test('what comes into force later says so until then', async () => {
  const { ingrid, dev, lin } = world.people
  on('2026-01-01T12:00:00Z')
  const id = await released(ingrid, dev, { ...audience, effectiveOn: '2026-02-01', expiresOn: '2026-12-31' })
  const validity = async () => (await as(lin, (actor) => getVersionPage(actor, id, null))).version.validity
  expect(await validity()).toEqual({ state: 'ahead', on: '2026-02-01' })
  on('2026-02-01T12:00:00Z')
  await remindOfDates()
  expect(await validity()).toBeNull()
  expect(await told(id)).toEqual([['effective', 0]])
  on('2027-01-01T12:00:00Z')
  expect(await validity()).toEqual({ state: 'over', on: '2026-12-31' })
})
