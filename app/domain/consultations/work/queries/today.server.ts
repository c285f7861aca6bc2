import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { visibleDueDays } from '../scope.server.ts'

/** The day that an organization has at present: 2026-12-24. */
export async function todayOf(db: Database, organizationId: string): Promise<string> {
  const { timeZone } = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  })
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now())
}

/** The supplier's own day, for whoever may read it. */
export async function findDueDay(actor: Actor, consultationId: string, db: Database = prisma) {
  const found = await db.consultationDue.findFirst({
    where: { AND: [{ consultationId }, visibleDueDays(actor)] },
    select: { dueOn: true, isShown: true },
  })
  return found && { dueOn: dayOf(found.dueOn), isShown: found.isShown }
}
