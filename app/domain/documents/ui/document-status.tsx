import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type DocumentStatus, statusLooks } from '../document.ts'

export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  const { t } = useTranslation('documents')
  return <StatusBadge label={t(`status.${status}`)} {...statusLooks[status]} />
}
