import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import type { Urgency } from '../engine/log.ts'

/** How urgent it is, where it is more than a question. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation('consultations')
  if (urgency === 'question') return null
  return <Badge tone={urgency === 'blocks_work' ? 'neutral' : 'danger'}>{t(`urgency.${urgency}`)}</Badge>
}
