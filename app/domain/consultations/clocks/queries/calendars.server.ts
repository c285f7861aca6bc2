import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { CalendarVersion, Day } from '../engine/calendar.ts'
import { localPieces } from '../engine/local-days.ts'
import { visibleCalendars } from '../scope.server.ts'
import { dayOf } from './decided.server.ts'

const newestFirst = [{ effectiveOn: 'desc' }, { id: 'desc' }] as const

/** The day that it is in a zone. */
export function todayIn(zone: string): Day {
  const at = now().getTime()
  return localPieces(zone, at, at + 1)[0]?.on ?? dayOf(now())
}

/** The calendars of the actor's organization, each with the hours of today and the special days that come next. */
export async function listCalendars(actor: Actor, db: Database = prisma) {
  const calendars = await db.serviceCalendar.findMany({
    relationLoadStrategy: 'join',
    where: visibleCalendars(actor),
    select: {
      id: true,
      name: true,
      timeZone: true,
      versions: { select: { effectiveOn: true, week: true, days: true }, orderBy: [...newestFirst] },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return calendars.map(({ versions, ...calendar }) => {
    const today = todayIn(calendar.timeZone)
    const held = versions.find(({ effectiveOn }) => dayOf(effectiveOn) <= today) ?? versions.at(-1)
    const days = Object.entries((held?.days ?? {}) as unknown as CalendarVersion['days'])
    return {
      ...calendar,
      week: (held?.week ?? []) as unknown as CalendarVersion['week'],
      next: days
        .filter(([on]) => on >= today)
        .slice(0, 3)
        .map(([on, { name, intervals }]) => ({ on, name, isClosed: intervals.length === 0 })),
    }
  })
}
export type ListedCalendar = Awaited<ReturnType<typeof listCalendars>>[number]

/**
 * A calendar with every version of its hours, the newest first, and what its changes moved.
 * @throws NotFound
 */
export async function getServiceCalendar(actor: Actor, id: string, db: Database = prisma) {
  const calendar = await db.serviceCalendar.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleCalendars(actor)] },
    select: {
      id: true,
      name: true,
      timeZone: true,
      versions: {
        select: {
          id: true,
          effectiveOn: true,
          week: true,
          days: true,
          movesOpen: true,
          decidedAt: true,
          decidedBy: { select: { name: true } },
        },
        orderBy: [...newestFirst],
        take: 50,
      },
    },
  })
  if (!calendar) throw new NotFound()
  const versions = calendar.versions.map(({ effectiveOn, decidedBy, week, days, ...version }) => ({
    ...version,
    effectiveOn: dayOf(effectiveOn),
    decidedBy: decidedBy.name,
    week: week as unknown as CalendarVersion['week'],
    days: days as unknown as CalendarVersion['days'],
  }))
  const today = todayIn(calendar.timeZone)
  const heldId = versions.find(({ effectiveOn }) => effectiveOn <= today)?.id ?? null
  return { ...calendar, versions, today, heldId }
}
export type ShownCalendar = Awaited<ReturnType<typeof getServiceCalendar>>
