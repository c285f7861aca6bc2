import { type Actor, memberFunctions } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { accountName, getAccount, listAccountNames } from '#app/domain/accounts/queries/accounts.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { urgencies } from '../../clocks/engine/log.ts'
import type { AskedReport } from '../asked.ts'
import { weeksOf } from '../period.ts'
import { reportPolicy } from '../policy.ts'
import { type Breakdown, noClocks, noCourse, type ReportRow } from '../report.ts'
import { countClocks } from './clocks.server.ts'
import { countCourses } from './course.server.ts'

/**
 * What was promised and kept in a period, as far as the actor sees the consultations: a row for each account, function, member,
 * urgency or week, all of them together, and by week. Four statements.
 * @throws NotFound for an account that the actor may not enter, Forbidden for a breakdown that is not the actor's.
 */
export async function getReport(actor: Actor, asked: AskedReport, db: Database = prisma) {
  authorize(reportPolicy.breakDown(actor, asked.by))
  const accounts = await listAccountNames(actor, db)
  if (asked.account && !accounts.some(({ id }) => id === asked.account))
    await getAccount(actor, asked.account, db)
  const [clocks, courses] = await Promise.all([countClocks(actor, asked, db), countCourses(actor, asked, db)])
  const found = [...new Set([...clocks.rows.keys(), ...courses.rows.keys()])]
  const keys = asked.by === 'week' ? weeksOf(asked) : found
  const names = await namesOf(actor, asked.by, { keys, accounts }, db)
  const rows = keys.map(
    (key): ReportRow => ({
      ...{ key, name: names.get(key) ?? '' },
      clocks: clocks.rows.get(key) ?? noClocks,
      course: courses.rows.get(key) ?? noCourse,
    }),
  )
  return {
    accounts,
    rows: inOrder(asked, rows),
    total: { key: '', name: '', clocks: clocks.total, course: courses.total } satisfies ReportRow,
    weeks: weeksOf(asked).map((week) => ({ week, clocks: clocks.weeks.get(week) ?? noClocks })),
  }
}
export type Report = Awaited<ReturnType<typeof getReport>>

type Named = { id: string; name: string }

/** Accounts and members have names. An account that is closed by now is no choice any more, and is asked for. */
async function namesOf(
  actor: Actor,
  by: Breakdown,
  { keys, accounts }: { keys: string[]; accounts: Named[] },
  db: Database,
): Promise<Map<string, string>> {
  const pairs = (rows: Named[]) => new Map(rows.map(({ id, name }) => [id, name]))
  if (by === 'account') {
    const closed = keys.filter((key) => !accounts.some(({ id }) => id === key))
    if (closed.length === 0) return pairs(accounts)
    const rows = await db.account.findMany({ where: { id: { in: closed } }, select: accountNameSelect })
    return pairs([...accounts, ...rows.map((row) => ({ id: row.id, name: accountName(actor, row) }))])
  }
  if (by !== 'member') return new Map()
  const ids = keys.filter((key) => key !== '')
  return pairs(await db.membership.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }))
}

const accountNameSelect = {
  ...{ id: true, supplier: { select: { name: true } }, customer: { select: { name: true } } },
} satisfies Prisma.AccountSelect

/** Names by the alphabet, nobody at the end; the others as they are always listed. */
function inOrder({ by }: AskedReport, rows: ReportRow[]): ReportRow[] {
  const places: readonly string[] = by === 'function' ? memberFunctions : by === 'urgency' ? urgencies : []
  const byName = (a: ReportRow, b: ReportRow) =>
    Number(a.key === '') - Number(b.key === '') || a.name.localeCompare(b.name) || a.key.localeCompare(b.key)
  return rows.toSorted((a, b) => places.indexOf(a.key) - places.indexOf(b.key) || byName(a, b))
}

/** The day that it is for the actor: 2026-12-24. */
export const todayAt = ({ timeZone }: Actor): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now())
