import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { consultationNumber } from '../../consultation.ts'
import { visibleCalendars, visibleLevels, visibleMoves } from '../scope.server.ts'

const mostShown = 200

/** How many consultations were gone through after changes, and how many clocks moved of those that the actor sees. */
export async function listChanges(actor: Actor, causeId: string | null, db: Database = prisma) {
  const rows = await db.clockRecomputation.findMany({
    where: { organizationId: actor.organizationId, ...(causeId ? { causeId } : {}) },
    select: {
      id: true,
      causeId: true,
      startedAt: true,
      finishedAt: true,
      consultations: true,
      _count: { select: { moves: { where: visibleMoves(actor) } } },
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  const causes = await nameCauses(actor, [...new Set(rows.map((row) => row.causeId))], db)
  return rows.map(({ _count, ...row }) => ({ ...row, moved: _count.moves, cause: causes.get(row.causeId) }))
}

/** A calendar, or what is promised to whom. What the actor may not see has no name. */
export type Cause = { calendar: string } | { customer: string | null; function: MemberFunction | null }

async function nameCauses(actor: Actor, ids: string[], db: Database): Promise<Map<string, Cause>> {
  const calendars = await db.serviceCalendar.findMany({
    where: { AND: [{ id: { in: ids } }, visibleCalendars(actor)] },
    select: { id: true, name: true },
  })
  const levels = await db.serviceLevel.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: { in: ids } }, visibleLevels(actor)] },
    select: { id: true, function: true, account: { select: { customer: { select: { name: true } } } } },
  })
  return new Map<string, Cause>([
    ...calendars.map(({ id, name }) => [id, { calendar: name }] as const),
    ...levels.map(
      (level) =>
        [level.id, { customer: level.account?.customer.name ?? null, function: level.function }] as const,
    ),
  ])
}
export type ShownChange = Awaited<ReturnType<typeof listChanges>>[number]

/**
 * What one change moved: each clock as it was and as it is since, those that were due first at the top.
 * @throws NotFound
 */
export async function getChange(actor: Actor, id: string, db: Database = prisma) {
  const change = await db.clockRecomputation.findFirst({
    where: { id: requireId(id), organizationId: actor.organizationId },
    select: { id: true, causeId: true, startedAt: true, finishedAt: true, consultations: true },
  })
  if (!change) throw new NotFound()
  const where = { AND: [{ recomputationId: change.id }, visibleMoves(actor)] }
  const moves = await db.clockMove.findMany({
    relationLoadStrategy: 'join',
    where,
    select: {
      kind: true,
      cycle: true,
      stateBefore: true,
      stateAfter: true,
      dueBefore: true,
      dueAfter: true,
      consultation: { select: { id: true, number: true, subject: true } },
    },
    orderBy: [{ dueBefore: { sort: 'asc', nulls: 'last' } }, { consultationId: 'asc' }, { kind: 'asc' }],
    take: mostShown,
  })
  const shown = moves.map(({ consultation, ...move }) => ({
    ...move,
    consultation: { ...consultation, number: consultationNumber(consultation.number) },
  }))
  return { ...change, moves: shown, moved: await db.clockMove.count({ where }) }
}
export type ChangePage = Awaited<ReturnType<typeof getChange>>
