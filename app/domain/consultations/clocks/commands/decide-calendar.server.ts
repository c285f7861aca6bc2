import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { type CalendarVersion, type Day, joinIntervals } from '../engine/calendar.ts'
import { calendarEvents } from '../events.ts'
import type { CalendarInput } from '../forms.ts'
import { clockPolicy } from '../policy.ts'
import { dayOf } from '../queries/decided.server.ts'
import { visibleCalendars } from '../scope.server.ts'
import { clockLimits } from '../service-level.ts'
import { weekOf } from '../week.ts'

/** Makes a calendar with its first hours. @returns its id. */
export async function openCalendar(actor: Actor, input: CalendarInput): Promise<string> {
  try {
    return await transact(async (tx) => {
      authorize(clockPolicy.decide(actor))
      const calendar = await tx.serviceCalendar.create({
        data: {
          id: uuidv7(),
          organizationId: actor.organizationId,
          name: input.name,
          timeZone: input.timeZone,
          createdAt: now(),
        },
        select: { id: true, name: true },
      })
      await writeVersion(tx, actor, calendar, decidedBy(input))
      return calendar.id
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid('name', 'clocks:error.nameTaken')
    throw error
  }
}

/** Decides other hours and special days for a calendar, from a day on. Its name and zone stay. */
export async function decideHours(actor: Actor, calendarId: string, input: CalendarInput): Promise<void> {
  await transact(async (tx) => {
    const calendar = await getCalendar(tx, actor, calendarId)
    authorize(clockPolicy.decide(actor))
    await writeVersion(tx, actor, calendar, decidedBy(input))
  })
}

interface Holidays {
  effectiveOn: Day
  movesOpen: boolean
  days: { on: Day; name: string }[]
}

/** Adds days on which nobody works to what a calendar says last. One that has the day already keeps what it says. */
export async function addHolidays(actor: Actor, calendarId: string, input: Holidays): Promise<void> {
  await transact(async (tx) => {
    const calendar = await getCalendar(tx, actor, calendarId)
    authorize(clockPolicy.decide(actor))
    const last = calendar.versions[0]
    if (!last) throw new NotFound()
    const known = last.days as unknown as CalendarVersion['days']
    const added = Object.fromEntries(input.days.map(({ on, name }) => [on, { name, intervals: [] }]))
    const days = inOrder({ ...added, ...known })
    if (Object.keys(days).length > clockLimits.mostDays)
      throw new Invalid('days', 'clocks:error.tooManyDays', { max: clockLimits.mostDays })
    // What was decided for a later day would otherwise come after it and not know of them.
    if (dayOf(last.effectiveOn) > input.effectiveOn)
      throw new Invalid('effectiveOn', 'clocks:error.laterHours', { day: dayOf(last.effectiveOn) })
    const week = last.week as unknown as CalendarVersion['week']
    await writeVersion(tx, actor, calendar, { ...input, week, days })
  })
}

async function getCalendar(tx: Tx, actor: Actor, id: string) {
  const calendar = await tx.serviceCalendar.findFirst({
    where: { AND: [{ id: requireId(id) }, visibleCalendars(actor)] },
    select: {
      id: true,
      name: true,
      versions: {
        select: { week: true, days: true, effectiveOn: true },
        orderBy: [{ effectiveOn: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
  })
  if (!calendar) throw new NotFound()
  return calendar
}

type Decided = Omit<CalendarVersion, 'from'> & { effectiveOn: Day; movesOpen: boolean }

function decidedBy({ week, days, effectiveOn, movesOpen }: CalendarInput): Decided {
  const special = days.map(({ on, name, hours }) => [on, { name, intervals: joinIntervals(hours) }] as const)
  return { week: weekOf(week), days: inOrder(Object.fromEntries(special)), effectiveOn, movesOpen }
}

const inOrder = (days: CalendarVersion['days']) =>
  Object.fromEntries(Object.entries(days).toSorted(([a], [b]) => a.localeCompare(b)))

async function writeVersion(
  tx: Tx,
  actor: Actor,
  calendar: { id: string; name: string },
  { week, days, effectiveOn, movesOpen }: Decided,
): Promise<void> {
  await tx.serviceCalendarVersion.create({
    data: {
      calendarId: calendar.id,
      organizationId: actor.organizationId,
      effectiveOn: new Date(`${effectiveOn}T00:00:00Z`),
      week: week as never,
      days: days as never,
      movesOpen,
      decidedById: actor.membershipId,
      decidedAt: now(),
    },
    select: { id: true },
  })
  const subject = { id: calendar.id, organizationId: actor.organizationId }
  await record(
    tx,
    actor,
    calendarEvents.changed(subject, { name: calendar.name, effectiveOn, movesOpen }, 'supplier'),
  )
}
