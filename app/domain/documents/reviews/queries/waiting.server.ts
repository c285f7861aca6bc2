import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction } from '#app/domain/access/policy.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { isAuthor } from '../../authorship.ts'
import { writingFunctions } from '../../document.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleDocuments } from '../../scope.server.ts'
import { stateOf } from './round.server.ts'

/** Written by others alone. */
const notBy = (memberId: string): Prisma.DocumentVersionWhereInput => ({
  authorId: { not: memberId },
  coAuthors: { none: { membershipId: memberId } },
})

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
 * the approver (without a rule: anybody else who writes) and the review is done. The longest waiting first. One statement.
 */
export async function listWaitingVersions(actor: Actor, db: Database = prisma): Promise<WaitingVersion[]> {
  if (actor.side !== 'supplier') return []
  const { membershipId: memberId } = actor
  const writes = hasFunction(actor, ...writingFunctions)
  const open = { closedAt: null }
  const mine: Prisma.DocumentVersionWhereInput[] = [
    { reviewRounds: { some: { ...open, reviews: { some: { memberId } } } } },
  ]
  if (writes) mine.push({ reviewRounds: { none: { ...open, reviews: { some: { role: 'approver' } } } } })
  const rows = await db.documentVersion.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [{ status: 'submitted', ...notBy(memberId), document: visibleDocuments(actor) }, { OR: mine }],
    },
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
        where: open,
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
    take: looked,
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
