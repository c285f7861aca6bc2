import {
  addHolidays,
  openCalendar,
} from '#app/domain/consultations/clocks/commands/decide-calendar.server.ts'
import { decideLevel } from '#app/domain/consultations/clocks/commands/decide-level.server.ts'
import { pauseClocks } from '#app/domain/consultations/clocks/commands/pause.server.ts'
import { recomputeAfter, recomputeClocks } from '#app/domain/consultations/clocks/derive/recompute.server.ts'
import { CalendarForm, LevelForm } from '#app/domain/consultations/clocks/forms.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as, dayOf, storyDays } from '../stage.ts'
import { addressOf, type Moment, type Person, type Scene, type World } from '../timeline.ts'
import type { Turn } from './thread.ts'

const admin = 'admin@halden.example'
const hours = '08:00–12:00, 13:00–17:00'

/** The date of the `count`th weekday (0 is Sunday) of a month; negative counts from its end. */
function weekdayOf(year: number, month: number, [weekday, count]: [number, number]): string {
  const first = new Date(Date.UTC(year, count > 0 ? month - 1 : month, 1))
  const ahead = (weekday - first.getUTCDay() + 7) % 7
  first.setUTCDate(1 + ahead + 7 * (count > 0 ? count - 1 : count))
  return first.toISOString().slice(0, 10)
}

/** What Halden keeps in Portland: federal holidays, the day after Thanksgiving, and half of Christmas Eve. */
function daysOf(year: number) {
  const thanksgiving = weekdayOf(year, 11, [4, 4])
  const after = new Date(Date.parse(thanksgiving) + 86_400_000).toISOString().slice(0, 10)
  return [
    { on: `${year}-01-01`, name: "New Year's Day" },
    { on: weekdayOf(year, 5, [1, -1]), name: 'Memorial Day' },
    { on: `${year}-06-19`, name: 'Juneteenth' },
    { on: `${year}-07-04`, name: 'Independence Day' },
    { on: weekdayOf(year, 9, [1, 1]), name: 'Labor Day' },
    { on: thanksgiving, name: 'Thanksgiving Day' },
    { on: after, name: 'Day after Thanksgiving' },
    { on: `${year}-12-24`, name: 'Christmas Eve', hours: '08:00–12:00' },
    { on: `${year}-12-25`, name: 'Christmas Day' },
  ]
}

const terms = { pausesWhileWaiting: true, pausesAsAgreed: true, reopening: 'continue', warnAtPercent: '75' }
const targets = (first_response: number, next_response: number, solution: number) => ({
  ...{ first_response, next_response, solution },
})

/** Halden's hours, what it promises to everybody, and what Lumen's contract says. */
export function clockScene(world: World): Scene {
  const tell = () =>
    as(admin, async (actor) => {
      const year = Number(dayOf(0).slice(0, 4))
      const from = { effectiveOn: dayOf(9), movesOpen: 'no' }
      const calendarId = await openCalendar(
        actor,
        CalendarForm.parse({
          ...{ name: 'Portland office', timeZone: 'America/Los_Angeles', ...from },
          week: [hours, hours, hours, hours, hours, '', ''],
          days: [year, year + 1, year + 2].flatMap(daysOf),
        }),
      )
      const general = {
        question: targets(8, 16, 40),
        blocks_work: targets(4, 8, 24),
        line_stopped: targets(2, 2, 8),
        safety: targets(1, 1, 8),
      }
      await decideLevel(actor, LevelForm.parse({ ...from, ...terms, calendarId, targets: general }))
      const lumen = {
        ...{ ...from, ...terms, calendarId, accountId: world.accounts.lumen },
        reference: 'Frame agreement, clause 7.2',
        targets: {
          question: targets(6, 8, 32),
          blocks_work: targets(2, 4, 16),
          line_stopped: targets(1, 1, 4),
          safety: targets(0.5, 0.5, 4),
        },
      }
      await decideLevel(actor, LevelForm.parse(lumen))
    })
  return { when: [9, 17], tell }
}

/** Asks the customer something: the solution waits for the answer. */
export function asksBack(by: Person, on: Moment, body: string): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), (actor) => pauseClocks(actor, threadId, { reason: 'waiting', body }))
  return { on, tell }
}

/**
 * The clocks as they stand when the demo is filled: jobs would work them out one by one. Then Halden tells a day of
 * stocktaking, which moves what was due, and the page of that change shows what.
 */
export async function settleClocks(): Promise<void> {
  const organizationId = await as(admin, async (actor) => actor.organizationId)
  await recomputeClocks(organizationId)
  await as(admin, async (actor) => {
    const calendar = await prisma.serviceCalendar.findFirstOrThrow({
      where: { organizationId },
      select: { id: true },
    })
    const days = [{ on: nextWorkday(), name: 'Stocktaking' }]
    await addHolidays(actor, calendar.id, { effectiveOn: dayOf(storyDays), movesOpen: true, days })
  })
  const told = await unscopedPrisma().event.findFirstOrThrow({
    where: { organizationId, type: 'serviceCalendar.changed' },
    select: { id: true },
    orderBy: { id: 'desc' },
  })
  await recomputeAfter({ eventId: told.id })
}

/** The next day that is neither Saturday nor Sunday. */
function nextWorkday(): string {
  for (let day = storyDays + 1; ; day += 1) {
    const on = dayOf(day)
    if (![0, 6].includes(new Date(on).getUTCDay())) return on
  }
}
