import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { visibleAbsences } from '../scope.server.ts'

const absence = {
  id: true,
  membershipId: true,
  firstDay: true,
  lastDay: true,
  startsAt: true,
  endsAt: true,
  member: { select: { name: true, side: true } },
  deputy: { select: { name: true, deactivatedAt: true } },
} satisfies Prisma.AbsenceSelect

type Row = Prisma.AbsenceGetPayload<{ select: typeof absence }>
const shown = ({ firstDay, lastDay, ...row }: Row) => ({
  ...row,
  firstDay: dayOf(firstDay),
  lastDay: dayOf(lastDay),
  isNow: row.startsAt <= now(),
})

/** Who of the colleagues is away, or will be: the soonest first. */
export async function listAbsences(actor: Actor, db: Database = prisma) {
  const rows = await db.absence.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleAbsences(actor), { endsAt: { gt: now() } }] },
    select: absence,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(shown)
}
export type ShownAbsence = Awaited<ReturnType<typeof listAbsences>>[number]

/**
 * An absence that is not over.
 * @throws NotFound
 */
export async function getAbsence(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.absence.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [visibleAbsences(actor), { id: requireId(id), endsAt: { gt: now() } }] },
    select: absence,
  })
  if (!found) throw new NotFound()
  return shown(found)
}

/** That somebody is away now, with the last day; for a select of a membership. */
export const awayNow = (at = now()) =>
  ({
    where: { startsAt: { lte: at }, endsAt: { gt: at } },
    select: { lastDay: true, deputy: { select: { name: true } } },
    take: 1,
  }) satisfies Prisma.Membership$absencesArgs
