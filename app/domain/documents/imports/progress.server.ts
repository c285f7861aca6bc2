import { prisma } from '#app/platform/database/database.server.ts'

/**
 * Tells the pages that look at an import that there is something new to load. No event: what happened to each document has
 * its own, and progress is nothing to keep.
 */
export async function announceProgress({
  id,
  organizationId,
}: {
  id: string
  organizationId: string
}): Promise<void> {
  const message = {
    ...{ id, type: 'import.progress', organizationId, accountId: null, side: 'supplier' },
    ...{ subjectType: 'import', subjectId: id, actorId: null },
  }
  await prisma.$executeRaw`SELECT pg_notify('event', ${JSON.stringify(message)})`
}
