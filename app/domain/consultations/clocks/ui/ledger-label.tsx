import { useTranslation } from 'react-i18next'
import type { LedgerLabel } from '../engine/ledger-labels.ts'

/** How high a label stands in the strip of 16, so that colour is not its only sign, and its colour. */
export const labelLooks: Record<LedgerLabel, { height: number; color: string }> = {
  counted: { height: 16, color: 'var(--color-supplier-mark)' },
  waiting: { height: 11, color: 'var(--color-customer-mark)' },
  paused: { height: 7, color: 'var(--color-muted)' },
  holiday: { height: 4, color: 'var(--color-control)' },
  closed: { height: 1.5, color: 'var(--color-control)' },
}

export function LabelMark({ label }: { label: LedgerLabel }) {
  const { height, color } = labelLooks[label]
  return (
    <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true" className="shrink-0">
      <rect x="0" y={16 - height} width="12" height={height} fill={color} />
    </svg>
  )
}

/** The mark of a label with its word, and of a holiday its name. */
export function LabelName({ label, name }: { label: LedgerLabel; name?: string }) {
  const { t } = useTranslation('clocks')
  return (
    <span className="inline-flex items-center gap-2">
      <LabelMark label={label} />
      <span>
        {t(`label.${label}`)}
        {name && <span className="text-muted">: {name}</span>}
      </span>
    </span>
  )
}
