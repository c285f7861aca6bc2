import { useTranslation } from 'react-i18next'
import { eventSentence } from '#app/domain/notifications/sentence.ts'
import { Time } from '#app/ui/time.tsx'
import { Timeline, TimelineItem } from '#app/ui/timeline.tsx'
import type { AccountHappening } from '../queries/account-figures.server.ts'

/** What changed in the account itself. */
export function History({ events }: { events: AccountHappening[] }) {
  const { t } = useTranslation('accounts')
  const { t: translate } = useTranslation()
  if (events.length === 0) return <p className="text-muted">{t('account.noHistory')}</p>
  return (
    <Timeline label={t('account.history')}>
      {events.map((event) => (
        <TimelineItem key={event.id} time={<Time at={event.occurredAt} />}>
          {eventSentence(translate, event)}
        </TimelineItem>
      ))}
    </Timeline>
  )
}
