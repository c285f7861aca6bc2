import type { Actor } from '#app/domain/access/actor.ts'
import type { DocumentStatus } from './document.ts'

export interface KnownAuthors {
  authorId: string
  /** Colleagues who write it together with its author. */
  coAuthors: { membershipId: string }[]
}
export interface KnownVersion extends KnownAuthors {
  version: number
  status: DocumentStatus
  /** The newest round of its review, if there was one, with those whom it asked. */
  reviewRounds?: { closedAt: Date | null; reviews: { memberId: string; role: 'reviewer' | 'approver' }[] }[]
}

/** Whose words a version is: its author's and the co-authors'. Asked wherever a second person is needed. */
export function isAuthor(memberId: string, version: KnownAuthors): boolean {
  return authorIds(version).includes(memberId)
}
/** The author first. */
export const authorIds = ({ authorId, coAuthors }: KnownAuthors) => [
  authorId,
  ...coAuthors.map(({ membershipId }) => membershipId),
]

/** Whom the open round of a version asked, for what. */
export function askedFor(version: KnownVersion, role: 'reviewer' | 'approver'): string[] {
  const round = version.reviewRounds?.[0]
  if (!round || round.closedAt) return []
  return round.reviews.filter((review) => review.role === role).map((review) => review.memberId)
}
export const isAsked = (actor: Actor, version: KnownVersion, role: 'reviewer' | 'approver') =>
  askedFor(version, role).includes(actor.membershipId)

export const isAskedAtAll = (actor: Actor, version: KnownVersion) =>
  isAsked(actor, version, 'reviewer') || isAsked(actor, version, 'approver')
