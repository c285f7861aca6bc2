import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { CalendarVersion } from '../engine/calendar.ts'
import { type Urgency, urgencies } from '../engine/log.ts'
import { agreementsOf, type DecidedCalendar, type DecidedLevel } from '../promises.ts'
import type { Targets } from '../service-level.ts'

const decision = { id: true, effectiveOn: true, movesOpen: true, decidedAt: true } as const
const inOrder = [{ effectiveOn: 'asc' }, { id: 'asc' }] as const

const calendarSelect = {
  id: true,
  name: true,
  timeZone: true,
  versions: { select: { ...decision, week: true, days: true }, orderBy: [...inOrder] },
} satisfies Prisma.ServiceCalendarSelect

const levelSelect = {
  ...decision,
  accountId: true,
  function: true,
  calendarId: true,
  pausesWhileWaiting: true,
  pausesAsAgreed: true,
  reopening: true,
  warnAtPercent: true,
  targets: true,
} satisfies Prisma.ServiceLevelSelect

type CalendarRow = Prisma.ServiceCalendarGetPayload<{ select: typeof calendarSelect }>
type TargetRow = Prisma.ServiceTargetGetPayload<object>
interface Dated {
  effectiveOn: Date
  decidedAt: Date
}

export const dayOf = (date: Date) => date.toISOString().slice(0, 10)

const dated = <Row extends Dated>(row: Row) => ({
  ...row,
  effectiveOn: dayOf(row.effectiveOn),
  decidedAt: row.decidedAt.getTime(),
})

function decidedCalendar({ versions, ...calendar }: CalendarRow): DecidedCalendar {
  return {
    ...calendar,
    versions: versions.map((row) => ({
      ...dated(row),
      // Written by the command alone, in the shape of its form.
      week: row.week as unknown as CalendarVersion['week'],
      days: row.days as unknown as CalendarVersion['days'],
    })),
  }
}

/** Urgencies without a row have no promise. */
export function targetsOf(rows: readonly Omit<TargetRow, 'levelId'>[]): Targets {
  const of = (urgency: Urgency) => {
    const row = rows.find((each) => each.urgency === urgency)
    return {
      first_response: row?.firstResponse ?? null,
      next_response: row?.nextResponse ?? null,
      solution: row?.solution ?? null,
    }
  }
  return Object.fromEntries(urgencies.map((urgency) => [urgency, of(urgency)])) as Targets
}

/** The calendars of a supplier with all their versions, by name. */
export async function readCalendars(organizationId: string, db: Database): Promise<DecidedCalendar[]> {
  const rows = await db.serviceCalendar.findMany({
    relationLoadStrategy: 'join',
    where: { organizationId },
    select: calendarSelect,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(decidedCalendar)
}

/** What a supplier promised, as far as it is visible: calendars and levels in two statements. */
export async function readAgreements(organizationId: string, db: Database) {
  const levels = await db.serviceLevel.findMany({
    relationLoadStrategy: 'join',
    where: { organizationId },
    select: levelSelect,
    orderBy: [...inOrder],
  })
  const decided = levels.map(
    (level): DecidedLevel => ({ ...dated(level), targets: targetsOf(level.targets) }),
  )
  const calendars = levels.length > 0 ? await readCalendars(organizationId, db) : []
  return {
    calendars,
    levels: decided,
    agreementFor: agreementsOf(calendars, decided),
  }
}
export type Agreements = Awaited<ReturnType<typeof readAgreements>>
