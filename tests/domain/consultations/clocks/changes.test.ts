import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  addHolidays,
  decideHours,
  openCalendar,
} from '#app/domain/consultations/clocks/commands/decide-calendar.server.ts'
import { decideLevel } from '#app/domain/consultations/clocks/commands/decide-level.server.ts'
import { recomputeAfter } from '#app/domain/consultations/clocks/derive/recompute.server.ts'
import {
  getServiceCalendar,
  listCalendars,
} from '#app/domain/consultations/clocks/queries/calendars.server.ts'
import { getChange, listChanges } from '#app/domain/consultations/clocks/queries/changes.server.ts'
import { listLevels } from '#app/domain/consultations/clocks/queries/levels.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { at, hours, level, promise, react, storedClocks } from './support.ts'

useTestDatabase()
let world: World
let calendarId: string

beforeAll(async () => {
  world = await createWorld()
  at('01T08:00')
  calendarId = await promise(world.people.admin)
})
afterEach(() => void setClock(() => new Date()))

const due = (date: Date | null | undefined) => date?.toISOString().slice(8, 16)
const closed = (on: string) => ({ on, name: 'Works holiday', hours: '' })

/** The job after the newest change; its id. */
async function recompute(): Promise<string> {
  const event = await unscopedPrisma().event.findFirstOrThrow({
    where: { type: { in: ['serviceCalendar.changed', 'serviceLevel.changed'] } },
    orderBy: { id: 'desc' },
  })
  await recomputeAfter({ eventId: event.id })
  return event.id
}

describe('who decides', () => {
  test('administrators of the supplier; its people see, others do not', async () => {
    const { ingrid, admin, lin, lumenAdmin } = world.people
    for (const actor of [ingrid, lin, lumenAdmin]) {
      await expect(as(actor, () => openCalendar(actor, hours({ name: 'Mine' })))).rejects.toThrow(Forbidden)
      await expect(as(actor, () => decideLevel(actor, level(calendarId)))).rejects.toThrow(Forbidden)
    }
    await expect(as(lin, () => getServiceCalendar(lin, calendarId))).rejects.toThrow(NotFound)
    expect(await as(ingrid, () => listCalendars(ingrid))).toMatchObject([{ id: calendarId, name: 'Office' }])
    await expect(as(admin, () => openCalendar(admin, hours()))).rejects.toThrow('nameTaken')
    // A restricted account that the administrator does not serve is no choice.
    const aurora = level(calendarId, { accountId: world.accounts.aurora })
    await expect(as(admin, () => decideLevel(admin, aurora))).rejects.toThrow('unknown')
  })
})

describe('a change of the hours', () => {
  test('moves open deadlines where it was chosen, and says what moved', async () => {
    const { lin, ingrid, admin } = world.people
    at('01T09:00')
    const open = await ask(lin, world.accounts.lumen)
    const done = await ask(lin, world.accounts.lumen)
    at('01T10:00')
    await as(ingrid, () => answerConsultation(ingrid, done, { body: 'Yes', fileIds: [] }))
    for (const id of [open, done]) await react(id)
    const before = await storedClocks(done)
    const tomorrow = { effectiveOn: '2026-06-01', days: [closed('2026-06-02')] }
    await as(admin, () => decideHours(admin, calendarId, hours({ ...tomorrow, movesOpen: 'yes' })))
    const id = await recompute()
    expect(due((await storedClocks(open))['solution 1']?.dueAt)).toBe('04T17:00')
    expect(await storedClocks(done)).toEqual(before)
    const change = await as(ingrid, () => getChange(ingrid, id))
    expect(change).toMatchObject({ consultations: 2, moved: 1, causeId: calendarId })
    expect(change.moves[0]).toMatchObject({ kind: 'solution', consultation: { id: open } })
    expect([change.moves[0]?.dueBefore, change.moves[0]?.dueAfter].map(due)).toEqual(['03T17:00', '04T17:00'])
    expect(await as(ingrid, () => listChanges(ingrid, calendarId))).toMatchObject([
      { moved: 1, cause: { calendar: expect.any(String) } },
    ])
    // Gone through once more, there is nothing left to move.
    await recomputeAfter({ eventId: id })
    expect((await as(ingrid, () => getChange(ingrid, id))).moved).toBe(1)
    await expect(as(lin, () => getChange(lin, id))).rejects.toThrow(NotFound)
  })

  test('leaves them where it was not, and holds for what is asked afterwards', async () => {
    const { lin, admin } = world.people
    at('08T09:00')
    const first = await ask(lin, world.accounts.lumen)
    await react(first)
    at('08T10:00')
    await as(admin, () =>
      addHolidays(admin, calendarId, {
        effectiveOn: '2026-06-08',
        movesOpen: false,
        days: [{ on: '2026-06-09', name: 'Regatta' }],
      }),
    )
    await recompute()
    expect(due((await storedClocks(first))['solution 1']?.dueAt)).toBe('10T17:00')
    const second = await ask(lin, world.accounts.lumen)
    await react(second)
    expect(due((await storedClocks(second))['solution 1']?.dueAt)).toBe('12T10:00')
    const { versions } = await as(admin, () => getServiceCalendar(admin, calendarId))
    expect(Object.keys(versions[0]?.days ?? {})).toEqual(['2026-06-02', '2026-06-09'])
  })
})

describe('what is promised', () => {
  test('to an account goes before what is promised to everybody', async () => {
    const { lin, admin } = world.people
    at('15T08:00')
    const own = level(calendarId, {
      accountId: world.accounts.lumen,
      function: 'engineering',
      effectiveOn: '2026-06-15',
      targets: { question: { solution: 2 }, blocks_work: {}, line_stopped: {}, safety: {} },
    })
    await as(admin, () => decideLevel(admin, own))
    at('15T09:00')
    const engineering = await ask(lin, world.accounts.lumen)
    const quality = await ask(lin, world.accounts.lumen, { function: 'quality' })
    for (const id of [engineering, quality]) await react(id)
    expect(due((await storedClocks(engineering))['solution 1']?.dueAt)).toBe('15T11:00')
    expect(due((await storedClocks(quality))['solution 1']?.dueAt)).toBe('17T17:00')
    expect(
      (await as(admin, () => listLevels(admin))).map(({ customer, function: fn }) => [customer, fn]),
    ).toEqual([
      [null, null],
      ['Lumen Appliances', 'engineering'],
    ])
  })

  test('for later holds from its day on', async () => {
    const { lin, admin } = world.people
    at('22T08:00')
    await as(admin, () =>
      decideLevel(
        admin,
        level(calendarId, {
          function: 'logistics',
          effectiveOn: '2026-06-23',
          targets: { question: { solution: 1 }, blocks_work: {}, line_stopped: {}, safety: {} },
        }),
      ),
    )
    at('22T09:00')
    const before = await ask(lin, world.accounts.lumen, { function: 'logistics' })
    at('23T09:00')
    const after = await ask(lin, world.accounts.lumen, { function: 'logistics' })
    for (const id of [before, after]) await react(id)
    expect(due((await storedClocks(before))['solution 1']?.dueAt)).toBe('24T17:00')
    expect(due((await storedClocks(after))['solution 1']?.dueAt)).toBe('23T10:00')
  })
})
