import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type AudienceLine, membersInAudience } from '../audience-members.server.ts'
import type { Reading } from '../commands/read.server.ts'
import { visibleReadings } from '../scope.server.ts'

/** So many readers are named; beyond it the page says that there are more. */
export const readersLimit = 500

interface Subject {
  organizationId: string
  audience: AudienceLine[]
}

export interface Reader {
  membershipId: string
  name: string
  functions: string[]
  organizationName: string
  isActive: boolean
  reading: Reading | null
}

/**
 * Who sees a version of a document, by organization and name, and what each has read of it; also those who read it and
 * are not in the audience any more. Of accounts that the actor may enter. One statement.
 */
export async function listReaders(
  actor: Actor,
  { organizationId, audience }: Subject,
  versionId: string,
  db: Database = prisma,
): Promise<Reader[]> {
  const evidence = { AND: [{ versionId }, visibleReadings(actor)] }
  const members = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: {
      side: 'customer',
      OR: [
        membersInAudience(organizationId, audience, visibleAccounts(actor)),
        { readings: { some: evidence } },
      ],
    },
    select: {
      id: true,
      name: true,
      functions: true,
      deactivatedAt: true,
      organization: { select: { name: true } },
      readings: {
        where: evidence,
        select: {
          openCount: true,
          firstOpenedAt: true,
          lastOpenedAt: true,
          downloadCount: true,
          viewMilliseconds: true,
        },
      },
    },
    orderBy: [{ organization: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
    take: readersLimit + 1,
  })
  return members.map(({ id, organization, deactivatedAt, readings, ...member }) => ({
    ...member,
    membershipId: id,
    organizationName: organization.name,
    isActive: deactivatedAt === null,
    reading: readings[0] ?? null,
  }))
}

/** The readers of a page, and whether there are more than it names. */
export async function listAudience(actor: Actor, subject: Subject, versionId: string, db: Database = prisma) {
  const readers = await listReaders(actor, subject, versionId, db)
  return { readers: readers.slice(0, readersLimit), isMore: readers.length > readersLimit }
}
