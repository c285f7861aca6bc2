import type { Actor } from '#app/domain/access/actor.ts'
import { accountName, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { visibleCalendars, visibleLevels } from '../scope.server.ts'
import { todayIn } from './calendars.server.ts'
import { dayOf, targetsOf } from './decided.server.ts'

/** What is promised: for each account and function that has its own the present level, and those that are decided for later. */
export async function listLevels(actor: Actor, db: Database = prisma) {
  const rows = await db.serviceLevel.findMany({
    relationLoadStrategy: 'join',
    where: visibleLevels(actor),
    select: {
      id: true,
      accountId: true,
      function: true,
      effectiveOn: true,
      pausesWhileWaiting: true,
      pausesAsAgreed: true,
      reopening: true,
      warnAtPercent: true,
      reference: true,
      decidedAt: true,
      decidedBy: { select: { name: true } },
      calendar: { select: { id: true, name: true, timeZone: true } },
      account: { select: { customer: { select: { name: true } } } },
      targets: true,
    },
    orderBy: [{ effectiveOn: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  const held = new Set<string>()
  const levels = rows.flatMap(({ account, decidedBy, effectiveOn, targets, ...level }) => {
    const on = dayOf(effectiveOn)
    const isAhead = on > todayIn(level.calendar.timeZone)
    const key = `${level.accountId} ${level.function}`
    if (!isAhead && held.has(key)) return []
    if (!isAhead) held.add(key)
    const shown = { customer: account?.customer.name ?? null, decidedBy: decidedBy.name }
    return { ...level, ...shown, effectiveOn: on, isAhead, targets: targetsOf(targets) }
  })
  // The general ones first, then account by account.
  return levels.toSorted(
    (a, b) =>
      (a.customer ?? '').localeCompare(b.customer ?? '') ||
      (a.function ?? '').localeCompare(b.function ?? '') ||
      a.effectiveOn.localeCompare(b.effectiveOn),
  )
}
export type ShownLevel = Awaited<ReturnType<typeof listLevels>>[number]

/** What there is to choose from for a new level. */
export async function listLevelChoices(actor: Actor, db: Database = prisma) {
  const calendars = await db.serviceCalendar.findMany({
    where: visibleCalendars(actor),
    select: { id: true, name: true, timeZone: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const accounts = await listAccounts(actor, db)
  const own = accounts.filter(({ supplierId, closedAt }) => supplierId === actor.organizationId && !closedAt)
  return {
    calendars,
    accounts: own.map((account) => ({ id: account.id, name: accountName(actor, account) })),
  }
}
export type LevelChoices = Awaited<ReturnType<typeof listLevelChoices>>
