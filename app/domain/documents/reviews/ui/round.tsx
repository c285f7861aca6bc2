import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ShownRound } from '../queries/review-page.server.ts'
import { Checklist } from './checklist.tsx'
import { ReviewerList } from './reviewer-list.tsx'

interface RoundProps {
  round: ShownRound
  documentId: string
  canCheck: boolean
}

/** One submission: who was asked, what they said, what was checked. */
export function Round({ round, documentId, canCheck }: RoundProps) {
  const { t } = useTranslation('reviews')
  const { state, checklist } = round
  const isOpen = round.closedAt === null
  const standing =
    state.missing > 0
      ? t('state.missing', { count: state.missing })
      : state.waitingFor > 0
        ? t('state.waiting', { count: state.waitingFor })
        : t('state.reviewed')
  return (
    <Section
      title={t('round.title', { number: round.number })}
      count={isOpen ? standing : t('round.closed')}
      text={
        <>
          {t('round.submittedBy', { name: round.submittedBy.name })} <Time at={round.submittedAt} as="full" />
        </>
      }
    >
      {isOpen && state.missing > 0 && (
        <p className="text-danger">{t('round.missing', { count: state.missing })}</p>
      )}
      {isOpen && isApproverGone(round) && <p className="text-danger">{t('round.approverLeft')}</p>}
      <ReviewerList round={round} />
      {checklist.length > 0 && (
        <Checklist documentId={documentId} items={checklist} open={state.openItems} canCheck={canCheck} />
      )}
    </Section>
  )
}

/** All who could release it have been deactivated since. */
function isApproverGone({ reviews }: ShownRound): boolean {
  const approvers = reviews.filter((each) => each.role === 'approver')
  return approvers.length > 0 && approvers.every((each) => each.member.deactivatedAt)
}
