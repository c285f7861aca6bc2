import { useTranslation } from 'react-i18next'
import { Duration } from '#app/ui/duration.tsx'
import { Time } from '#app/ui/time.tsx'
import { ledgerLabels } from '../engine/ledger-labels.ts'
import type { ShownLedger } from '../queries/ledger.server.ts'
import { LabelMark } from './ledger-label.tsx'

/** The key to the strip, with how much time lies under each label. */
export function LedgerTotals({ totals, dueAt }: Pick<ShownLedger, 'totals' | 'dueAt'>) {
  const { t } = useTranslation('clocks')
  return (
    <dl className="mb-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {ledgerLabels.map((label) => (
        <div key={label} className="flex items-center gap-2">
          <dt className="flex items-center gap-2 text-muted">
            <LabelMark label={label} />
            {t(`label.${label}`)}
          </dt>
          <dd>
            <Duration milliseconds={totals[label]} />
          </dd>
        </div>
      ))}
      {dueAt !== null && (
        <div className="flex items-center gap-2">
          <dt className="flex items-center gap-2 text-muted">
            <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true" className="shrink-0">
              <line x1="6" x2="6" y1="0" y2="16" stroke="var(--color-danger)" strokeWidth="2" />
            </svg>
            {t('column.due')}
          </dt>
          <dd>
            <Time at={dueAt} as="full" />
          </dd>
        </div>
      )}
    </dl>
  )
}
