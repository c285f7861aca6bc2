import { describe, expect, test } from 'vitest'
import { catchUpCourses } from '#app/domain/consultations/clocks/derive/recompute.server.ts'
import { type Breakdown, breakdowns } from '#app/domain/consultations/reports/report.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { countQueries, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { at, react } from '../clocks/support.ts'
import { present, report, useHistory } from './history.ts'

const { world, ids } = useHistory()

describe('a small history, worked out by hand', () => {
  test('first response', async () => {
    const { total } = await report(world.people.ingrid)
    // Kept: accepted (180 min), reopened (240, at the very minute), written down (30), paused (60, the question back).
    // Missed: late (360), overdue (waits still). Not due: just asked. Merged: asked twice. So n = 6, kept 4.
    // Ended 5: 30, 60, 180, 240, 360. Median the third; P90 at place 3.6: 240 + 0.6 · 120 = 312.
    expect(total.clocks.first_response).toEqual({
      n: 6,
      kept: expect.objectContaining({ count: 4, n: 6 }),
      ...{ missed: 2, overdue: 1, ended: 5, median: 180, p90: 312, notDue: 1, merged: 1 },
    })
    // Wilson of 4/6: (0.6667 + 0.3201 ± 1.96 · √(0.0370 + 0.0267)) / 1.6402.
    expect(total.clocks.first_response.kept?.low).toBeCloseTo(0.3, 3)
    expect(total.clocks.first_response.kept?.high).toBeCloseTo(0.9032, 3)
  })

  test('next response and solution', async () => {
    const { total } = await report(world.people.ingrid)
    // One reopening, answered two hours later.
    expect(total.clocks.next_response).toMatchObject({ n: 1, missed: 0, median: 120, p90: 120, notDue: 0 })
    // Solved: accepted 180; late 360; reopened 240 + 120 (the answer in between does not count); written down 30.
    // Not due: overdue (24 h from Tuesday 09:00 end on Thursday), paused, just asked. Merged: one.
    // Sorted 30, 180, 360, 360: median 270, P90 at place 2.7: 360.
    expect(total.clocks.solution).toMatchObject({
      ...{ n: 4, missed: 0, overdue: 0, ended: 4, median: 270, p90: 360, notDue: 3, merged: 1 },
    })
    expect(total.clocks.solution.kept).toMatchObject({ share: 1, high: 1 })
  })

  test('reopenings, hand-overs, who waited for whom, satisfaction', async () => {
    const { total } = await report(world.people.ingrid)
    expect(total.course).toMatchObject({
      // Eight of Lumen, one of them merged; one of the seven was written down.
      ...{ n: 7, merged: 1, writtenDown: 1 },
      // Answered: accepted, late, reopened, written down.
      ...{ reopenings: 1, reopened: { count: 1, n: 4, share: 0.25 } },
      // Handed to the customer: five answers and a question back. Back to the supplier: by the reopening.
      ...{ toCustomer: 6, toSupplier: 1, reassignments: 1 },
      // 180 + 360 + (240 + 120) + 30 + 60 (until the question back).
      atSupplier: 990,
      // Accepted: 12:00–13:00. Reopened: Monday 14:00–17:00. What lies with the customer still is not in it.
      atCustomer: 60 + 180,
      ...{ withSupplier: 2, withCustomer: 4 },
      // Rated twice: the latest counts.
      ...{ ratings: [0, 0, 0, 0, 1], meanRating: 5 },
    })
  })

  test('the rows of every breakdown add up to all of it', async () => {
    const { marcus } = world.people
    for (const by of breakdowns) {
      const { rows, total } = await report(marcus, { by })
      const sum = (of: (row: typeof total) => number) => rows.reduce((all, row) => all + of(row), 0)
      expect(
        sum(({ clocks }) => clocks.first_response.n),
        by,
      ).toBe(total.clocks.first_response.n)
      expect(
        sum(({ clocks }) => clocks.solution.notDue),
        by,
      ).toBe(total.clocks.solution.notDue)
      expect(
        sum(({ course }) => course.n),
        by,
      ).toBe(total.course.n)
      expect(
        sum(({ course }) => course.toCustomer),
        by,
      ).toBe(total.course.toCustomer)
    }
  })

  test('rows: functions, urgencies, members who have it, weeks of the reader', async () => {
    const { marcus, admin } = world.people
    const keys = async (by: Breakdown, changes = {}) =>
      (await report(admin, { by, ...changes })).rows.map((row) => row.name || row.key)
    expect(await keys('function')).toEqual(['engineering', 'purchasing'])
    expect(await keys('urgency')).toEqual(['question'])
    expect(await keys('member')).toEqual(['Ingrid Solberg', 'Quinn Abbott'])
    expect(await keys('week', { to: '2026-06-08' })).toEqual(['2026-06-01', '2026-06-08'])
    const quinns = (await report(marcus, { by: 'member' })).rows.find(({ name }) => name === 'Quinn Abbott')
    expect(quinns?.clocks.first_response).toMatchObject({ n: 1, missed: 1, median: 360, p90: 360 })
    const purchasing = await report(marcus, { function: 'purchasing', account: world.accounts.lumen })
    expect(purchasing.total.course.n).toBe(1)
    expect((await report(marcus, { urgency: 'safety' })).total).toMatchObject({
      clocks: { solution: { n: 0, kept: null, median: null, p90: null } },
      course: { n: 0, reopened: null, meanRating: null, atSupplier: null },
    })
  })
})

describe('what is due', () => {
  const overdue = async () => (await report(world.people.ingrid)).total.clocks.first_response.overdue

  test('a response that waits is missed from the instant after it was due, whether or not a job has looked', async () => {
    // As it stood when a job last looked: running.
    at('02T12:00')
    await react(ids.overdue as string)
    at('02T13:00')
    expect(await overdue()).toBe(0)
    setClock(() => new Date('2026-06-02T13:00:00.001Z'))
    expect(await overdue()).toBe(1)
    at(present)
    await react(ids.overdue as string)
    expect(await overdue()).toBe(1)
  })

  test('days are the reader’s', async () => {
    const { lin } = world.people
    // In Auckland Tuesday has begun at 12:00 UTC on Monday: what was asked at 16:00 is Tuesday's, at 09:00 and 10:00 Monday's.
    const there = { ...lin, timeZone: 'Pacific/Auckland' }
    const monday = { from: '2026-06-01', to: '2026-06-01' }
    expect((await report(there, monday)).total.course.n).toBe(3)
    expect((await report(lin, monday)).total.course.n).toBe(4)
  })
})

describe('what was late before it was merged', () => {
  test('stays late, and is no time of a response', async () => {
    const before = await report(world.people.lin)
    const database = unscopedPrisma()
    const clock = { consultationId: ids.merged as string, kind: 'first_response', cycle: 1 } as const
    const where = { consultationId_kind_cycle: clock }
    const { dueAt } = await database.consultationClock.findUniqueOrThrow({ where })
    await database.consultationClock.update({ where, data: { state: 'breached', breachedAt: dueAt } })
    const { total } = await report(world.people.lin)
    const [was, is] = [before.total.clocks.first_response, total.clocks.first_response]
    expect(is).toMatchObject({ missed: was.missed + 1, n: was.n + 1, merged: 0 })
    expect(is).toMatchObject({ ended: was.ended, median: was.median, p90: was.p90, overdue: was.overdue })
    await database.consultationClock.update({ where, data: { state: 'merged', breachedAt: null } })
  })
})

test('a report is a few statements, whatever it is by', async () => {
  const { marcus } = world.people
  for (const by of breakdowns) {
    const { statements } = await countQueries(() => report(marcus, { by, account: world.accounts.lumen }))
    expect(statements.length, by).toBeLessThanOrEqual(4)
  }
})

test('what was asked before courses were kept gets its own with time', async () => {
  const before = (await report(world.people.ingrid)).total
  await unscopedPrisma().consultationCourse.deleteMany()
  expect((await report(world.people.ingrid)).total.course).toMatchObject({
    n: 7,
    toCustomer: 0,
    atSupplier: null,
  })
  await catchUpCourses()
  expect((await report(world.people.ingrid)).total).toEqual(before)
})
