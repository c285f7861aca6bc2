import { useTranslation } from 'react-i18next'
import { Person } from '#app/ui/person.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ShownRound } from '../queries/review-page.server.ts'

type Review = ShownRound['reviews'][number]
type Decision = ShownRound['decisions'][number]

const looks = {
  approved: { shape: 'check', tone: 'positive' },
  changes_requested: { shape: 'cross', tone: 'danger' },
} as const

/** Who was asked for what, and what each has said. */
export function ReviewerList({ round }: { round: ShownRound }) {
  const { t } = useTranslation('reviews')
  if (round.reviews.length === 0) return <p className="text-muted">{t('round.nobody')}</p>
  return (
    <ul className="grid" aria-label={t('round.asked')}>
      {round.reviews.map((review) => (
        <li key={review.id} className="grid gap-2 border-b border-line py-3 last:border-b-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <Person
              name={review.member.name}
              side="supplier"
              detail={<Part review={review} round={round} />}
            />
            <Standing review={review} round={round} />
          </div>
          {decisionsOf(review, round).map(
            ({ id, comment }) =>
              comment && (
                <p key={id} className="max-w-prose whitespace-pre-line ps-10 text-muted">
                  {comment}
                </p>
              ),
          )}
        </li>
      ))}
    </ul>
  )
}

/** Somebody who reviews and approves says what it has to say once: with the review. */
function decisionsOf(review: Review, round: ShownRound): Decision[] {
  const isReviewerToo =
    review.role === 'approver' &&
    round.reviews.some((each) => each.role === 'reviewer' && each.memberId === review.memberId)
  return isReviewerToo ? [] : round.decisions.filter((each) => each.memberId === review.memberId)
}

function Part({ review, round }: { review: Review; round: ShownRound }) {
  const { t } = useTranslation(['reviews', 'common'])
  const parts: string[] = [t(`role.${review.role}`)]
  if (review.origin === 'function' && review.role === 'reviewer' && round.reviewerFunction) {
    const name = t(`common:function.${round.reviewerFunction}`)
    parts.push(t('round.oneOf', { count: round.functionNeeded, function: name }))
  }
  if (review.origin === 'added') parts.push(t('round.added'))
  if (review.member.deactivatedAt) parts.push(t('round.left'))
  return <>{parts.join(' · ')}</>
}

function Standing({ review, round }: { review: Review; round: ShownRound }) {
  const { t } = useTranslation('reviews')
  const last = decisionsOf(review, round).at(-1)
  if (last) {
    return (
      <span className="flex flex-wrap items-center gap-x-3">
        <StatusBadge label={t(`verdict.${last.verdict}`)} {...looks[last.verdict]} />
        <span className="text-sm text-muted">
          <Time at={last.decidedAt} as="full" />
        </span>
      </span>
    )
  }
  if (round.closedAt !== null || review.role === 'approver') return null
  return <StatusBadge label={t('verdict.waiting')} shape="dashed" tone="quiet" />
}
