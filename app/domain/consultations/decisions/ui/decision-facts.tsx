import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Day } from '#app/ui/time.tsx'
import type { ShownDecision } from '../queries/decision.server.ts'

/** What an answer decides, as it is looked up later. */
export function DecisionFacts({ decision }: { decision: ShownDecision }) {
  const { t } = useTranslation('decisions')
  const { part, revision, conditions, approver, validUntil } = decision
  const items = [
    { term: t('part'), detail: part },
    { term: t('revision'), detail: revision || t('anyRevision') },
    conditions !== '' && {
      term: t('conditions'),
      detail: <span className="whitespace-pre-line">{conditions}</span>,
    },
    approver && { term: t('approver'), detail: approver.name },
    { term: t('validUntil'), detail: validUntil ? <Day on={validUntil} /> : t('openEnd') },
  ]
  return <DescriptionList items={items.filter((item) => item !== null && item !== false)} />
}
