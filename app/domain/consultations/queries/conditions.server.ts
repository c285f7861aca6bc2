import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { openStatuses } from '../consultation.ts'
import { type ConsultationFilters, isQueue, numberIn } from '../filters.ts'
import { visibleConsultationsSql } from '../scope.server.ts'
import { keptStatuses } from '../work/work.ts'

const words = (states: readonly string[]) => Prisma.raw(states.map((each) => `'${each}'`).join(', '))
/** States are written out, because an index is of these states alone (app/decisions/050). */
export const isOpen = Prisma.sql`c.status IN (${words(openStatuses)})`

/** What the filters of the list leave, of a table that the statement calls `c`, in the actor's scope. */
export function conditions(actor: Actor, filters: ConsultationFilters): Prisma.Sql[] {
  const { status, whose, account, tag, day, q } = filters
  const all = [visibleConsultationsSql(actor)]
  if (status === 'open') all.push(isOpen)
  else if (status) all.push(Prisma.sql`c.status = ${status}::consultation_status`)
  if (whose) all.push(queueOf(actor, whose))
  if (isQueue(filters)) all.push(Prisma.sql`NOT (${snoozed(actor)})`)
  if (account) all.push(isId(account) ? Prisma.sql`c.account_id = ${account}::uuid` : Prisma.sql`false`)
  if (tag)
    all.push(
      isId(tag)
        ? Prisma.sql`EXISTS (SELECT 1 FROM consultation_tagging g WHERE g.consultation_id = c.id AND g.tag_id = ${tag}::uuid
                             AND g.organization_id = ${actor.organizationId}::uuid AND g.side = ${actor.side}::side)`
        : Prisma.sql`false`,
    )
  if (day) all.push(ownDay(actor, day))
  if (q) all.push(bySubject(q))
  return all
}

/** Whose work it is. Without functions or a team nothing is. */
function queueOf(actor: Actor, whose: NonNullable<ConsultationFilters['whose']>): Prisma.Sql {
  const me = Prisma.sql`${actor.membershipId}::uuid`
  if (whose === 'function') return Prisma.sql`c.function = ANY (${actor.functions}::member_function[])`
  if (whose === 'team')
    return Prisma.sql`c.account_id = ANY (ARRAY (SELECT t.account_id FROM team_member t WHERE t.membership_id = ${me}))`
  if (whose === 'watched')
    return Prisma.sql`c.id IN (SELECT w.consultation_id FROM consultation_watcher w WHERE w.membership_id = ${me})`
  if (whose === 'snoozed') return snoozed(actor)
  const named = Prisma.sql`c.id = ANY (ARRAY (
    SELECT p.consultation_id FROM consultation_participant p WHERE p.membership_id = ${me}))`
  const own =
    actor.side === 'supplier' ? Prisma.sql`c.assignee_id = ${me}` : Prisma.sql`c.asked_by_id = ${me}`
  return Prisma.sql`(${own} OR ${named})`
}

const snoozed = (actor: Actor) => Prisma.sql`c.id IN (
  SELECT s.consultation_id FROM consultation_snooze s
  WHERE s.membership_id = ${actor.membershipId}::uuid AND (s.until IS NULL OR s.until > ${now()}::timestamptz))`

/** That its own day is over at the supplier and it still waits; `d` is the row of the day. */
export const isMissed = () => Prisma.sql`(
  c.status NOT IN (${words(keptStatuses)}) AND d.due_on < (
    SELECT (${now()}::timestamptz AT TIME ZONE s.time_zone)::date FROM organization s WHERE s.id = c.organization_id))`

function ownDay(actor: Actor, day: NonNullable<ConsultationFilters['day']>): Prisma.Sql {
  const isMeant = actor.side === 'customer' ? Prisma.sql`d.is_shown` : Prisma.sql`true`
  const isDue = day === 'missed' ? isMissed() : Prisma.sql`c.status NOT IN (${words(keptStatuses)})`
  return Prisma.sql`EXISTS (SELECT 1 FROM consultation_due d WHERE d.consultation_id = c.id AND ${isMeant} AND ${isDue})`
}

/** A number such as `C-12` or `12` finds that one; anything else is looked for in the subject. */
function bySubject(q: string): Prisma.Sql {
  const number = numberIn(q)
  const subject = Prisma.sql`c.subject ILIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`
  return number === null ? subject : Prisma.sql`(c.number = ${number}::int OR ${subject})`
}
