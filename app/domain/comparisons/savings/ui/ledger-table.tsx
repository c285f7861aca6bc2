import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Figures } from '#app/ui/figures.tsx'
import { Money } from '#app/ui/money.tsx'
import { Table } from '#app/ui/table.tsx'
import type { CostCategory } from '../../comparison.ts'
import { digitsOfAll } from '../../ui/amounts.ts'
import { type Grouping, type SavingsAmounts, type SavingsRow, savingsKinds } from '../savings.ts'

/** Rows of the ledger: each currency for itself, none converted. */
export function LedgerTable({ by, rows }: { by: Grouping; rows: SavingsRow[] }) {
  const { t } = useTranslation(['savings', 'comparisons'])
  const label = (name: string) =>
    (name && by === 'category' ? t(`comparisons:category.${name as CostCategory}`) : name) || t('notStated')
  const digits = digitsOfAll(rows.flatMap(({ amounts }) => Object.values(amounts)))
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.key}
      rowHref={({ comparisonId }) => (comparisonId ? paths.comparison(comparisonId) : undefined)}
      columns={[
        { key: 'label', header: t(`by.${by}`), isTitle: true, cell: (row) => label(row.label) },
        { key: 'currency', header: t('column.currency'), cell: (row) => row.currency },
        ...savingsKinds.map((kind) => ({
          key: kind,
          header: t(`kind.${kind}`),
          isNumeric: true,
          cell: ({ amounts, currency }: SavingsRow) => (
            <Amount amount={amounts[kind]} currency={currency} digits={digits} />
          ),
        })),
      ]}
    />
  )
}

function Amount({ amount, currency, digits }: { amount: string; currency: string; digits?: number }) {
  if (amount === '0') return <span className="text-faint">–</span>
  return <Money amount={amount} currency={currency} digits={digits} />
}

interface Totals {
  currency: string
  amounts: SavingsAmounts
}

/** What it comes to, in each currency. */
export function LedgerTotals({ totals }: { totals: Totals[] }) {
  const { t } = useTranslation('savings')
  return totals.map(({ currency, amounts }) => (
    <section key={currency} aria-label={t('totals', { currency })}>
      <Figures
        figures={savingsKinds.map((kind) => ({
          key: kind,
          label: t(`kind.${kind}`),
          value: (
            <Money amount={amounts[kind]} currency={currency} digits={digitsOfAll(Object.values(amounts))} />
          ),
          note: t(`rule.${kind}`),
          tone: kind === 'verified' && Number(amounts[kind]) > 0 ? 'positive' : undefined,
        }))}
      />
    </section>
  ))
}
