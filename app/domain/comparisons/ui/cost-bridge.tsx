import { useTranslation } from 'react-i18next'
import { Money } from '#app/ui/money.tsx'
import { Table } from '#app/ui/table.tsx'
import type { CostCategory } from '../comparison.ts'
import type { CostBridge as Bridge } from '../engine/result.ts'
import { unitDigits, useAmounts } from './amounts.ts'
import { type Bar, BridgeBar, rowHeight } from './bridge-bar.tsx'

interface CostBridgeProps {
  bridge: Bridge
  currency: string
  baseline: string
  alternative: string
}

/**
 * The waterfall from the baseline's unit cost to the alternative's, category by category. Lengths are per cent of the
 * width and letters are not scaled, so it is crisp at any size.
 */
export function CostBridge({ bridge, currency, baseline, alternative }: CostBridgeProps) {
  const { t } = useTranslation('comparisons')
  const { money } = useAmounts(currency)
  const bars = useBars({ bridge, currency, baseline, alternative })
  const ends = bars.flatMap(({ from, to }) => [from, to])
  const low = Math.min(0, ...ends)
  const span = Math.max(0, ...ends) - low || 1
  const at = (value: number) => `${(((value - low) / span) * 100).toFixed(3)}%`
  const name = t('bridge.name', {
    ...{ baseline, alternative },
    start: money(bridge.start, unitDigits(bridge.start)),
    end: money(bridge.end, unitDigits(bridge.end)),
  })
  return (
    <figure className="grid max-w-3xl gap-2">
      <figcaption className="font-medium">{t('bridge.title')}</figcaption>
      <svg
        role="img"
        aria-label={name}
        width="100%"
        height={bars.length * rowHeight}
        className="block overflow-visible"
        suppressHydrationWarning
      >
        {bars.map((bar, row) => (
          <BridgeBar
            key={bar.key}
            bar={bar}
            row={row}
            at={at}
            currency={currency}
            isLast={row === bars.length - 1}
          />
        ))}
      </svg>
      <details>
        <summary className="ui-link w-fit cursor-pointer text-muted">{t('bridge.asTable')}</summary>
        <BridgeTable bars={bars} currency={currency} />
      </details>
    </figure>
  )
}

function useBars({ bridge, baseline, alternative }: CostBridgeProps): Bar[] {
  const { t } = useTranslation('comparisons')
  const total = (key: string, label: string, amount: string): Bar => ({
    ...{ key, label, amount, kind: 'total', from: 0, to: Number(amount) },
  })
  return [
    total('start', baseline, bridge.start),
    ...bridge.steps
      .filter(({ amount }) => amount !== '0')
      .map(
        ({ category, amount, from, to }): Bar => ({
          key: category,
          label: t(`category.${category as CostCategory}`),
          kind: amount.startsWith('-') ? 'less' : 'more',
          amount,
          from: Number(from),
          to: Number(to),
        }),
      ),
    total('end', alternative, bridge.end),
  ]
}

function BridgeTable({ bars, currency }: { bars: Bar[]; currency: string }) {
  const { t } = useTranslation('comparisons')
  return (
    <Table
      caption={t('bridge.title')}
      rows={bars}
      rowKey={(bar) => bar.key}
      columns={[
        { key: 'label', header: t('bridge.step'), cell: (bar) => bar.label },
        {
          key: 'amount',
          header: t('bridge.amount'),
          isNumeric: true,
          cell: ({ amount, kind }) => (
            <Money
              amount={amount}
              currency={currency}
              digits={unitDigits(amount)}
              hasSign={kind !== 'total'}
            />
          ),
        },
      ]}
    />
  )
}
