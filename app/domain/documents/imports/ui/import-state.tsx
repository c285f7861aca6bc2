import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type ImportStatus, importLooks } from '../import.ts'

export function ImportState({ status }: { status: ImportStatus }) {
  const { t } = useTranslation('imports')
  return <StatusBadge label={t(`status.${status}`)} {...importLooks[status]} />
}
