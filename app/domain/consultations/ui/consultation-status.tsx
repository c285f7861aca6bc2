import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type ConsultationStatus, statusLooks } from '../consultation.ts'

export function ConsultationStatusBadge({ status }: { status: ConsultationStatus }) {
  const { t } = useTranslation('consultations')
  return <StatusBadge label={t(`status.${status}`)} {...statusLooks[status]} />
}
