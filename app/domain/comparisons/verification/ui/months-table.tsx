import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Money } from '#app/ui/money.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { digitsOfAll } from '../../ui/amounts.ts'
import type { MonthState } from '../verification.ts'
import { useMonth } from './use-month.ts'

export interface ListedMonth {
  number: number
  month: string
  state: MonthState
  saving: string | null
  verified: string | null
  files: number
}

const looks = {
  future: { shape: 'dashed', tone: 'quiet' },
  missing: { shape: 'ring', tone: 'danger' },
  entered: { shape: 'half', tone: 'strong' },
  halfSigned: { shape: 'most', tone: 'strong' },
  signed: { shape: 'check', tone: 'positive' },
  correction: { shape: 'half', tone: 'strong' },
} as const

interface MonthsTableProps {
  comparisonId: string
  months: ListedMonth[]
  forecast: string[]
  currency: string
}

/** Month by month: what was agreed, what was measured, and how far it is. */
export function MonthsTable({ comparisonId, months, forecast, currency }: MonthsTableProps) {
  const { t } = useTranslation('verification')
  const words = useMonth()
  const digits = digitsOfAll([...forecast, ...months.map(({ saving }) => saving)])
  const money = (amount: string | null) =>
    amount === null ? (
      <span className="text-faint">–</span>
    ) : (
      <Money amount={amount} currency={currency} digits={digits} />
    )
  const href = ({ number, state }: ListedMonth) =>
    state === 'future' ? undefined : paths.comparisonAct(comparisonId, `verification/months/${number}`)
  return (
    <Table
      caption={t('months.title')}
      rows={months}
      rowKey={({ number }) => String(number)}
      rowHref={href}
      columns={[
        { key: 'month', header: t('months.month'), isTitle: true, cell: ({ month }) => words.long(month) },
        {
          key: 'forecast',
          header: t('months.forecast'),
          isNumeric: true,
          cell: ({ number }) => money(forecast[number - 1] ?? null),
        },
        { key: 'saving', header: t('months.saving'), isNumeric: true, cell: ({ saving }) => money(saving) },
        {
          key: 'state',
          header: t('months.state'),
          cell: ({ state }) => <StatusBadge label={t(`state.${state}`)} {...looks[state]} />,
        },
        {
          key: 'files',
          header: t('months.files'),
          isNumeric: true,
          cell: ({ files }) => files || <span className="text-faint">–</span>,
        },
      ]}
    />
  )
}
