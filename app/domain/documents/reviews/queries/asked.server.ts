import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { ReviewRole } from '../review.ts'

/** As part of the select of a version: whom its newest round asked. The database shows a customer nothing of it. */
export const askedInNewestRound = {
  orderBy: { number: 'desc' },
  take: 1,
  select: { closedAt: true, reviews: { select: { memberId: true, role: true } } },
} satisfies Prisma.DocumentVersion$reviewRoundsArgs

const anyRole: ReviewRole[] = ['reviewer', 'approver']

/** The members whom the newest round of a version asked: for the audiences of events, as the system. */
export async function listAsked(
  db: Database,
  documentId: string,
  version: number,
  roles = anyRole,
): Promise<string[]> {
  const round = await db.documentReviewRound.findFirst({
    where: { documentId, version: { version } },
    orderBy: { number: 'desc' },
    select: { reviews: { where: { role: { in: roles } }, select: { memberId: true } } },
  })
  return [...new Set((round?.reviews ?? []).map((review) => review.memberId))]
}
