import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { nobodyAsked, type RoundState, roundState } from '../review.ts'

const member = { select: { id: true, name: true, deactivatedAt: true } } satisfies {
  select: Prisma.MembershipSelect
}

export const roundFacts = {
  id: true,
  number: true,
  submittedAt: true,
  submittedBy: member,
  closedAt: true,
  namedNeeded: true,
  reviewerFunction: true,
  functionNeeded: true,
  reviews: {
    orderBy: [{ role: 'asc' }, { addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, memberId: true, role: true, origin: true, member },
  },
  decisions: {
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, memberId: true, verdict: true, comment: true, decidedAt: true, member },
  },
  checklist: {
    orderBy: { position: 'asc' },
    select: { id: true, text: true, checkedAt: true, checkedBy: member },
  },
} satisfies Prisma.DocumentReviewRoundSelect

export type RoundRow = Prisma.DocumentReviewRoundGetPayload<{ select: typeof roundFacts }>

type Facts = Pick<RoundRow, 'namedNeeded' | 'functionNeeded'> & {
  reviews: (Pick<RoundRow['reviews'][number], 'memberId' | 'role' | 'origin'> & {
    member: { deactivatedAt: Date | null }
  })[]
  decisions: Pick<RoundRow['decisions'][number], 'memberId' | 'verdict'>[]
  checklist: { checkedAt: Date | null }[]
}

/** Where a round stands; without one nobody was asked. */
export function stateOf(round: Facts | null): RoundState {
  if (!round) return nobodyAsked
  return roundState({
    ...round,
    reviews: round.reviews.map((each) => ({ ...each, isActive: each.member.deactivatedAt === null })),
    items: round.checklist.map((item) => ({ isChecked: item.checkedAt !== null })),
  })
}

/** The open round of a version that the actor was found to see; null when it was submitted without one. */
export async function findOpenRound(versionId: string, db: Database = prisma): Promise<RoundRow | null> {
  return db.documentReviewRound.findFirst({
    relationLoadStrategy: 'join',
    where: { versionId, closedAt: null },
    select: roundFacts,
  })
}
