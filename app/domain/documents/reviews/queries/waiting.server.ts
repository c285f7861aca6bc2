import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction } from '#app/domain/access/policy.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { isAuthor } from '../../authorship.ts'
import { writingFunctions } from '../../document.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleVersions } from '../../scope.server.ts'
import { stateOf } from './round.server.ts'

/** Enough to find those that wait for the actor among those in which it has a part. */
const looked = 40

export interface WaitingVersion {
  id: string
  number: string
  title: string
  version: number
  reason: 'toReview' | 'toRelease'
  since: Date
}

/**
 * Submitted versions that wait for the actor: to review where it was asked and has not decided; to release where it is
 * the approver (without a rule: anybody else who writes) and the review is done. The longest waiting first. Two statements.
 */
export async function listWaitingVersions(actor: Actor, db: Database = prisma): Promise<WaitingVersion[]> {
  if (actor.side !== 'supplier') return []
  const { membershipId: memberId } = actor
  const writes = hasFunction(actor, ...writingFunctions)
  const ids = await findWithPart(actor, writes, db)
  if (ids.length === 0) return []
  const rows = await db.documentVersion.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleVersions(actor), { id: { in: ids }, status: 'submitted' }] },
    select: {
      version: true,
      title: true,
      authorId: true,
      coAuthors: { select: { membershipId: true } },
      submittedAt: true,
      updatedAt: true,
      scheduledRelease: { select: { versionId: true } },
      document: { select: { id: true, kind: true, number: true } },
      reviewRounds: {
        where: { closedAt: null },
        select: {
          namedNeeded: true,
          functionNeeded: true,
          reviews: {
            select: {
              memberId: true,
              role: true,
              origin: true,
              member: { select: { deactivatedAt: true } },
            },
          },
          decisions: { select: { memberId: true, verdict: true } },
          checklist: { select: { checkedAt: true } },
        },
      },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap((row) => {
    if (isAuthor(memberId, row)) return []
    const round = row.reviewRounds[0] ?? null
    const reviews = round?.reviews ?? []
    const isMine = (role: string) => reviews.some((each) => each.memberId === memberId && each.role === role)
    const hasApprover = reviews.some((each) => each.role === 'approver')
    const hasDecided = round?.decisions.some((each) => each.memberId === memberId)
    const releases = hasApprover ? isMine('approver') : writes
    const state = stateOf(round)
    const reason =
      isMine('reviewer') && !hasDecided && state.waitingFor > 0
        ? ('toReview' as const)
        : releases && state.isReviewed && !row.scheduledRelease
          ? ('toRelease' as const)
          : null
    if (!reason) return []
    const { id, kind, number } = row.document
    const { title, version } = row
    const since = row.submittedAt ?? row.updatedAt
    return [{ id, number: documentNumber(kind, number), title, version, reason, since }]
  })
}

/**
 * Submitted versions of others in which the actor may have a part, the longest waiting first: as SQL, because the index of
 * submitted versions (migration 0080) is used where the state is written out, and because relations are read of these alone.
 */
async function findWithPart(actor: Actor, writes: boolean, db: Database): Promise<string[]> {
  const { membershipId, organizationId } = actor
  const open = Prisma.sql`SELECT 1 FROM document_review_round o JOIN document_review r ON r.round_id = o.id
    WHERE o.version_id = v.id AND o.closed_at IS NULL`
  const withoutApprover = writes ? Prisma.sql`OR NOT EXISTS (${open} AND r.role = 'approver')` : Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM document_version v
    WHERE v.organization_id = ${organizationId}::uuid AND v.status = 'submitted' AND v.author_id <> ${membershipId}::uuid
      AND NOT EXISTS (SELECT 1 FROM document_version_author c WHERE c.version_id = v.id AND c.membership_id = ${membershipId}::uuid)
      AND (EXISTS (${open} AND r.member_id = ${membershipId}::uuid) ${withoutApprover})
    ORDER BY v.submitted_at, v.id LIMIT ${looked}`
  return rows.map(({ id }) => id)
}
