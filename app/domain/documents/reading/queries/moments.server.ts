import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { visibleRequests } from '../../acknowledgements/scope.server.ts'

export interface Notified {
  notifiedAt: Date
  mailedAt: Date | null
}

/**
 * When each reader was first told of a version, in the bell and by mail. Notifications are their member's own: the
 * database tells the times alone, to the supplier of the document, of accounts that the actor may enter.
 */
export async function listNotified(
  documentId: string,
  version: number,
  db: Database = prisma,
): Promise<Map<string, Notified>> {
  const rows = await db.$queryRaw<(Notified & { membershipId: string })[]>`
    SELECT membership_id AS "membershipId", min(notified_at) AS "notifiedAt", min(mailed_at) AS "mailedAt"
    FROM app_document_notified(${documentId}::uuid) WHERE version = ${version}
    GROUP BY membership_id`
  return new Map(rows.map(({ membershipId, ...times }) => [membershipId, times]))
}

/** When customers' members took files of a version, the earliest first, from the events. */
export async function listTaken(
  actor: Actor,
  documentId: string,
  version: number,
  db: Database = prisma,
): Promise<Map<string, Date[]>> {
  const events = await db.event.findMany({
    where: {
      subjectId: documentId,
      organizationId: actor.organizationId,
      type: 'document.downloaded',
      payload: { path: ['version'], equals: version },
      // The supplier's own people are no readers.
      accountId: { not: null },
    },
    select: { actorId: true, occurredAt: true },
    orderBy: { id: 'asc' },
    take: 5000,
  })
  const byMember = new Map<string, Date[]>()
  for (const { actorId, occurredAt } of events) {
    if (actorId) byMember.set(actorId, [...(byMember.get(actorId) ?? []), occurredAt])
  }
  return byMember
}

/** When each member stated that the version was received and read, the first time. */
export async function listAcknowledged(
  actor: Actor,
  versionId: string,
  db: Database = prisma,
): Promise<Map<string, Date>> {
  const stated = await db.documentAcknowledgement.findMany({
    where: { versionId, requestAccount: visibleRequests(actor) },
    select: { memberId: true, acknowledgedAt: true },
    orderBy: { acknowledgedAt: 'desc' },
  })
  return new Map(stated.map(({ memberId, acknowledgedAt }) => [memberId, acknowledgedAt]))
}
