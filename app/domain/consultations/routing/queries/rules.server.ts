import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { listFamilies } from '#app/domain/accounts/queries/products.server.ts'
import { visibleColleagues } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleCalendars } from '../../clocks/scope.server.ts'
import { visibleRules } from '../scope.server.ts'

const rule = {
  id: true,
  position: true,
  function: true,
  familyId: true,
  family: { select: { code: true, name: true } },
  language: true,
  calendarId: true,
  calendar: { select: { name: true } },
  duringHours: true,
  memberIds: true,
  updatedAt: true,
} satisfies Prisma.RoutingRuleSelect

/**
 * One rule of the own organization.
 * @throws NotFound
 */
export async function getRule(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.routingRule.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [visibleRules(actor), { id: requireId(id) }] },
    select: rule,
  })
  if (!found) throw new NotFound()
  return found
}
export type RoutingRule = Awaited<ReturnType<typeof getRule>>

/** The rules in the order in which they are tried, with the people that they name. */
export async function listRules(actor: Actor, db: Database = prisma) {
  const rules = await db.routingRule.findMany({
    relationLoadStrategy: 'join',
    where: visibleRules(actor),
    select: rule,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const byId = await membersOf(actor, rules, db)
  return rules.map((each) => ({ ...each, members: each.memberIds.flatMap((id) => byId.get(id) ?? []) }))
}
export type ListedRule = Awaited<ReturnType<typeof listRules>>[number]

/** The people that rules name, by id, those who have left as well. */
export async function membersOf(actor: Actor, rules: { memberIds: string[] }[], db: Database = prisma) {
  const members = await db.membership.findMany({
    where: { AND: [visibleColleagues(actor), { id: { in: rules.flatMap((each) => each.memberIds) } }] },
    select: { id: true, name: true, deactivatedAt: true },
  })
  return new Map(members.map((member) => [member.id, member]))
}

/** Among what a rule chooses. */
export async function listRuleChoices(actor: Actor, db: Database = prisma) {
  const [families, calendars, members] = await Promise.all([
    listFamilies(actor, actor.organizationId, db),
    db.serviceCalendar.findMany({
      where: visibleCalendars(actor),
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    listColleagues(actor, db),
  ])
  return { families: families.map(({ id, code, name }) => ({ id, code, name })), calendars, members }
}
export type RuleChoices = Awaited<ReturnType<typeof listRuleChoices>>

/** Those of the own side who are there, by name. */
export async function listColleagues(actor: Actor, db: Database = prisma) {
  return db.membership.findMany({
    where: { AND: [visibleColleagues(actor), { deactivatedAt: null }] },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}
