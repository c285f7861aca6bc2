import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { visibleColleagues } from '../scope.server.ts'

export interface TeamColleague {
  membershipId: string
  name: string
  functions: MemberFunction[]
  isOnTeam: boolean
  isActive: boolean
}

/** The colleagues of the actor, each with whether it is on the team of an account that the actor sees. */
export async function listTeam(
  actor: Actor,
  accountId: string,
  db: Database = prisma,
): Promise<TeamColleague[]> {
  const onTeam = { teams: { some: { accountId } } }
  const rows = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleColleagues(actor), { OR: [{ deactivatedAt: null }, onTeam] }] },
    select: {
      ...{ id: true, name: true, functions: true, deactivatedAt: true },
      teams: { where: { accountId }, select: { accountId: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, functions, deactivatedAt, teams }) => ({
    ...{ membershipId: id, name, functions },
    ...{ isOnTeam: teams.length > 0, isActive: deactivatedAt === null },
  }))
}
