import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { Day, Time } from '#app/ui/time.tsx'
import { stateLooks } from '../acknowledgement.ts'
import type { RequestState } from '../engine/states.ts'

export function RequestStateBadge({ state }: { state: RequestState }) {
  const { t } = useTranslation('acknowledgements')
  return <StatusBadge label={t(`state.${state}`)} {...stateLooks[state]} />
}

/** The last day, and how far away it is. */
export function LastDay({ lastDay, daysLeft }: { lastDay: string | null; daysLeft: number | null }) {
  const { t } = useTranslation('acknowledgements')
  if (lastDay === null || daysLeft === null) return null
  const far =
    daysLeft === 0
      ? t('overview.today')
      : daysLeft > 0
        ? t('overview.left', { count: daysLeft })
        : t('overview.late', { count: -daysLeft })
  return (
    <span className="whitespace-nowrap">
      <Day on={lastDay} />
      <span className={daysLeft < 0 ? 'block text-xs text-danger' : 'block text-xs text-faint'}>{far}</span>
    </span>
  )
}

/** The supplier owes information: the time for the answer stands still. */
export function WaitingSince({ side, since }: { side: 'supplier' | 'customer'; since: Date }) {
  const { t } = useTranslation('acknowledgements')
  return (
    <span>
      {t(`waiting.${side}`)}
      <span className="block text-xs text-faint">
        {t('waiting.since')} <Time at={since} as="full" />
      </span>
    </span>
  )
}
