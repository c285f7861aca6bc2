import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/ui/status-badge.tsx'

const looks = {
  queued: { shape: 'ring', tone: 'neutral' },
  sent: { shape: 'check', tone: 'positive' },
  failed: { shape: 'cross', tone: 'danger' },
} as const

/** Whether a mail was handed over. */
export function MailState({ status }: { status: keyof typeof looks }) {
  const { t } = useTranslation('notifications')
  return <StatusBadge label={t(`outbox.status.${status}`)} {...looks[status]} />
}
