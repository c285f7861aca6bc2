import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleFamilies } from '#app/domain/accounts/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { visibleCalendars } from '../../clocks/scope.server.ts'
import { routingRuleEvents } from '../events.ts'
import type { MoveInput, RuleInput } from '../forms.ts'
import { routingPolicy } from '../policy.ts'
import { getRule, listRules, membersOf } from '../queries/rules.server.ts'
import { routingLimits } from '../routing.ts'

/** Writes a rule, a new one behind the others or in place of what `ruleId` says. It holds for what is asked from then on. */
export async function writeRule(actor: Actor, ruleId: string | null, input: RuleInput): Promise<void> {
  await transact(async (tx) => {
    authorize(routingPolicy.changeRules(actor))
    const { organizationId } = actor
    const names = await namesOf(tx, actor, input.memberIds)
    await requireOwn(tx, actor, input)
    const data = {
      function: input.function ?? null,
      familyId: input.familyId ?? null,
      language: input.language ?? null,
      calendarId: input.calendarId ?? null,
      duringHours: input.during === 'open',
      memberIds: input.memberIds,
      ...{ updatedAt: now(), updatedById: actor.membershipId },
    }
    const id = ruleId
      ? await replaceRule(tx, actor, { ruleId, seenAt: input.seenAt, data })
      : await addRule(tx, actor, data)
    const payload = { names, function: data.function }
    await record(tx, actor, routingRuleEvents.changed({ id, organizationId }, payload, 'supplier'))
  })
}

export async function removeRule(actor: Actor, ruleId: string): Promise<void> {
  await transact(async (tx) => {
    authorize(routingPolicy.changeRules(actor))
    const rule = await getRule(actor, ruleId, tx)
    await tx.routingRule.deleteMany({ where: { id: rule.id } })
    const subject = { id: rule.id, organizationId: actor.organizationId }
    await record(tx, actor, routingRuleEvents.removed(subject, await told(tx, actor, rule), 'supplier'))
  })
}

/** Moves a rule by one place. At the end of the list it stays. */
export async function moveRule(actor: Actor, ruleId: string, { to }: MoveInput): Promise<void> {
  await transact(async (tx) => {
    authorize(routingPolicy.changeRules(actor))
    const moved = await getRule(actor, ruleId, tx)
    const rules = await listRules(actor, tx)
    const from = rules.findIndex(({ id }) => id === moved.id)
    const place = to === 'earlier' ? from - 1 : from + 1
    if (place < 0 || place >= rules.length) return
    const order = rules.toSpliced(from, 1).toSpliced(place, 0, moved as (typeof rules)[number])
    for (const [position, { id }] of order.entries())
      await tx.routingRule.updateMany({ where: { id }, data: { position, updatedById: actor.membershipId } })
    const payload = { ...(await told(tx, actor, moved)), place: place + 1 }
    const subject = { id: moved.id, organizationId: actor.organizationId }
    await record(tx, actor, routingRuleEvents.moved(subject, payload, 'supplier'))
  })
}

type RuleData = {
  function: RuleInput['function'] | null
  familyId: string | null
  language: string | null
  calendarId: string | null
  duringHours: boolean
  memberIds: string[]
  updatedAt: Date
  updatedById: string
}

async function addRule(tx: Tx, actor: Actor, data: RuleData): Promise<string> {
  const { organizationId } = actor
  const position = await tx.routingRule.count({ where: { organizationId } })
  if (position >= routingLimits.rules)
    throw new Invalid('function', 'routing:error.tooMany', { max: routingLimits.rules })
  const { id } = await tx.routingRule.create({
    data: { ...data, organizationId, position },
    select: { id: true },
  })
  return id
}

async function replaceRule(
  tx: Tx,
  actor: Actor,
  { ruleId, seenAt, data }: { ruleId: string; seenAt: Date | undefined; data: RuleData },
): Promise<string> {
  const { id, updatedAt } = await getRule(actor, ruleId, tx)
  const { count } = await tx.routingRule.updateMany({ where: { id, updatedAt: seenAt ?? updatedAt }, data })
  if (count !== 1) throw new Conflict('common:error.changed')
  return id
}

async function told(tx: Tx, actor: Actor, rule: { function: RuleData['function']; memberIds: string[] }) {
  const members = await membersOf(actor, [rule], tx)
  const names = rule.memberIds.flatMap((id) => members.get(id)?.name ?? [])
  return { names, function: rule.function ?? null }
}

/** The names of colleagues who are there. */
async function namesOf(tx: Tx, actor: Actor, memberIds: string[]): Promise<string[]> {
  const members = await membersOf(actor, [{ memberIds }], tx)
  return memberIds.map((id) => {
    const member = members.get(id)
    if (!member || member.deactivatedAt) throw new Invalid('memberIds', 'routing:error.notThere')
    return member.name
  })
}

/** Ids from a form are resolved through the own organization before they are written. */
async function requireOwn(tx: Tx, actor: Actor, { familyId, calendarId }: RuleInput): Promise<void> {
  const family =
    !familyId ||
    (await tx.productFamily.findFirst({
      where: { AND: [visibleFamilies(actor), { id: familyId }] },
      select: { id: true },
    }))
  if (!family) throw new Invalid('familyId', 'common:error.unknown')
  const calendar =
    !calendarId ||
    (await tx.serviceCalendar.findFirst({
      where: { AND: [visibleCalendars(actor), { id: calendarId }] },
      select: { id: true },
    }))
  if (!calendar) throw new Invalid('calendarId', 'common:error.unknown')
}
