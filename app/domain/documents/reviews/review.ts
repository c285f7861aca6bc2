export const reviewVerdicts = ['approved', 'changes_requested'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]
export type ReviewRole = 'reviewer' | 'approver'
export type ReviewOrigin = 'named' | 'function' | 'added'

export const reviewLimits = { comment: 2_000, items: 30, item: 200, reviewers: 20, count: 5 } as const

/** After so many working days a reviewer who has not decided is reminded, once. */
export const reminderWorkingDays = 2

/** A release can be planned so many days ahead. */
export const furthestReleaseDays = 366

interface Asked {
  memberId: string
  role: ReviewRole
  origin: ReviewOrigin
  isActive: boolean
}

export interface RoundFacts {
  namedNeeded: number
  functionNeeded: number
  reviews: Asked[]
  decisions: { memberId: string; verdict: ReviewVerdict }[]
  /** Of the checklist. */
  items: { isChecked: boolean }[]
}

export interface RoundState {
  /** Approvals that are still to come from reviewers who are there. */
  waitingFor: number
  /** Reviewers that the rule wants and who are not there: the author, or people who have left. */
  missing: number
  openItems: number
  /** All reviewers that the rule wants were asked and have approved. */
  isReviewed: boolean
  /** And nothing on the checklist is open: the approver can release. */
  isReady: boolean
}

/**
 * Where a round stands. Each reviewer who was named or added has to approve; of those asked by their function as many
 * as the rule wants. Somebody added stands in for one who is missing. An approval stays when its giver leaves.
 */
export function roundState({ namedNeeded, functionNeeded, ...round }: RoundFacts): RoundState {
  const approved = new Set(
    round.decisions.filter((each) => each.verdict === 'approved').map((each) => each.memberId),
  )
  const present = round.reviews.filter(
    (each) => each.role === 'reviewer' && (each.isActive || approved.has(each.memberId)),
  )
  const each = present.filter((review) => review.origin !== 'function')
  const byFunction = present.filter((review) => review.origin === 'function')
  const functionCount = Math.min(functionNeeded, byFunction.length)
  const missing = Math.max(0, namedNeeded + functionNeeded - each.length - functionCount)
  const approvals = (reviews: Asked[]) => reviews.filter((review) => approved.has(review.memberId)).length
  const waitingFor = each.length - approvals(each) + Math.max(0, functionCount - approvals(byFunction))
  const openItems = round.items.filter((item) => !item.isChecked).length
  const isReviewed = waitingFor === 0 && missing === 0
  return { waitingFor, missing, openItems, isReviewed, isReady: isReviewed && openItems === 0 }
}

/** What a round is when nobody was asked: no rule holds, and any second person who writes releases. */
export const nobodyAsked: RoundState = {
  waitingFor: 0,
  missing: 0,
  openItems: 0,
  isReviewed: true,
  isReady: true,
}
