import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'

export function AccountState({ isClosed, isRestricted }: { isClosed: boolean; isRestricted: boolean }) {
  const { t } = useTranslation('accounts')
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <StatusBadge
        label={t(isClosed ? 'state.closed' : 'state.open')}
        shape={isClosed ? 'cross' : 'half'}
        tone={isClosed ? 'quiet' : 'neutral'}
      />
      {isRestricted && <Badge>{t('state.restricted')}</Badge>}
    </span>
  )
}
