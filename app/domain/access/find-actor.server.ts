import { type Database, unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { Actor } from './actor.ts'

/** The actor of an active membership, or null: for jobs that act as the actor of an event, and for sign-in. A guest is none. */
export async function unscopedFindActor(
  membershipId: string,
  db: Database = unscopedPrisma(),
): Promise<Actor | null> {
  const membership = await db.membership.findUnique({
    relationLoadStrategy: 'join',
    where: { id: membershipId, deactivatedAt: null, isGuest: false },
    select: {
      id: true,
      userId: true,
      organizationId: true,
      side: true,
      name: true,
      functions: true,
      isAdministrator: true,
      organization: { select: { name: true } },
      user: { select: { language: true, timeZone: true, theme: true } },
    },
  })
  if (!membership) return null
  const { id, organization, user, ...rest } = membership
  return { ...rest, ...user, membershipId: id, organizationName: organization.name }
}
