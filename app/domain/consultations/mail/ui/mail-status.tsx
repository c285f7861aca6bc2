import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { mailStatusLooks, type ReceivedMailStatus } from '../mail.ts'

export function MailStatus({ status }: { status: ReceivedMailStatus }) {
  const { t } = useTranslation('mailIn')
  return <StatusBadge label={t(`status.${status}`)} {...mailStatusLooks[status]} />
}

/** Why, in a sentence; nothing for what went its way. */
export function MailReason({ reason }: { reason: string }) {
  const { t } = useTranslation('mailIn')
  const say = t as unknown as (key: string) => string
  return reason ? <span className="text-muted">{say(`reason.${reason}`)}</span> : null
}
