import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { listCoverage } from '#app/domain/accounts/queries/coverage.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { isOpenAt } from '../../clocks/promises.ts'
import { readCalendars } from '../../clocks/queries/decided.server.ts'
import { whoCanTake } from '../../queries/assignees.server.ts'
import { type Considered, type Route, type RoutedQuestion, type Rule, routeOf } from '../route.ts'

/** What the database tells of a supplier to whoever has an account with it. */
const Known = z.object({
  rules: z.array(
    z.object({
      id: z.uuid(),
      function: z.enum(memberFunctions).nullable(),
      familyId: z.uuid().nullable(),
      language: z.string().nullable(),
      calendarId: z.uuid().nullable(),
      duringHours: z.boolean(),
      memberIds: z.array(z.uuid()),
    }),
  ),
  absent: z.record(z.string(), z.uuid().nullable()),
})

interface RoutedAccount {
  id: string
  supplierId: string
}

export interface NamedRoute extends Route {
  names: ReadonlyMap<string, string>
}

/** Who gets a question of an account now, and who was passed over. */
export async function routeQuestion(
  db: Database,
  account: RoutedAccount,
  question: RoutedQuestion,
): Promise<NamedRoute> {
  const at = now()
  const [known] = await db.$queryRaw<{ known: unknown }[]>`
    SELECT app_routing(${account.supplierId}::uuid, ${at}) AS known`
  const { rules, absent } = Known.parse(known?.known ?? { rules: [], absent: {} })
  const lines = await listCoverage(db, account.id)
  const deputies = Object.values(absent).filter((id) => id !== null)
  const ids = [
    ...lines.map((line) => line.membershipId),
    ...rules.flatMap((rule) => rule.memberIds),
    ...deputies,
  ]
  const members = await db.membership.findMany({
    where: { AND: [{ id: { in: [...new Set(ids)] } }, whoCanTake(account.id)] },
    select: { id: true, name: true },
  })
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const route = routeOf(question, {
    ...{ lines, rules },
    takers: new Set(names.keys()),
    absent: new Map(Object.entries(absent)),
    isOpen: await opennessAt(db, account.supplierId, { rules, at: at.getTime() }),
  })
  return { ...route, names }
}

/** Which calendars are open at an instant; none is read where no rule looks at one. */
async function opennessAt(
  db: Database,
  supplierId: string,
  { rules, at }: { rules: readonly Rule[]; at: number },
): Promise<(calendarId: string) => boolean> {
  if (rules.every((rule) => rule.calendarId === null)) return () => false
  const calendars = await readCalendars(supplierId, db)
  const ids = new Set(calendars.filter((calendar) => isOpenAt(calendar, at)).map(({ id }) => id))
  return (calendarId) => ids.has(calendarId)
}

/** Who has it, and in whose place, as the record of the question says it. */
export function routedWords({ taken, names }: NamedRoute) {
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? '') : '')
  return {
    assigneeId: taken?.membershipId ?? null,
    assigneeName: nameOf(taken?.membershipId),
    routedBy: routedBy(taken),
    insteadOf: nameOf(taken?.insteadOf),
  }
}

function routedBy(taken: Considered | null): 'matrix' | 'rule' | 'nobody' {
  if (!taken) return 'nobody'
  return taken.ruleId ? 'rule' : 'matrix'
}
