import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Money } from '#app/ui/money.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { CaseResult, OptionResult } from '../engine/result.ts'
import type { LineRow } from '../model/shown.ts'
import { calculatedDigits, digitsShown, sumDigits, unitDigits } from './amounts.ts'
import { useBasisText } from './model/basis-text.ts'

interface OptionsTableProps {
  currency: string
  options: { id: string; name: string; isBaseline: boolean }[]
  lines: LineRow[]
  result: CaseResult | null
}

interface Row {
  key: string
  label: ReactNode
  /** By option id. */
  amounts: Record<string, string | null>
  digits: (amount: string) => number | undefined
  isTotal?: boolean
}

/** The options side by side: each cost as it counts, and what it comes to. */
export function OptionsTable({ currency, options, lines, result }: OptionsTableProps) {
  const { t } = useTranslation('comparisons')
  const rows = [...useLines(lines), ...useTotals(result)]
  const columns: Column<Row>[] = [
    {
      key: 'label',
      header: t('options.cost'),
      cell: ({ label, isTotal }) => <span className={isTotal ? 'font-semibold' : undefined}>{label}</span>,
    },
    ...options.map(
      ({ id, name, isBaseline }): Column<Row> => ({
        key: id,
        header: isBaseline ? t('options.baseline', { name }) : name,
        isNumeric: true,
        cell: ({ amounts, digits, isTotal }) => {
          const amount = amounts[id] ?? null
          if (amount === null) return '–'
          return (
            <span className={isTotal ? 'font-semibold' : undefined}>
              <Money amount={amount} currency={currency} digits={digits(amount)} />
            </span>
          )
        },
      }),
    ),
  ]
  return <Table caption={t('options.title')} columns={columns} rows={rows} rowKey={(row) => row.key} isWide />
}

function useLines(lines: LineRow[]): Row[] {
  const basis = useBasisText()
  return lines.map((line) => ({
    key: line.id,
    label: (
      <>
        {line.name} <span className="text-xs text-faint">{basis(line.basis, line.counts)}</span>
      </>
    ),
    amounts: line.values,
    digits: line.isCalculated ? calculatedDigits : digitsShown,
  }))
}

function useTotals(result: CaseResult | null): Row[] {
  const { t } = useTranslation('comparisons')
  if (!result) return []
  const row = (key: string, label: string, of: (option: OptionResult) => string | null): Row => ({
    ...{ key, label, isTotal: true },
    amounts: Object.fromEntries(result.options.map((option) => [option.optionId, of(option)])),
    digits: key === 'unit' ? unitDigits : sumDigits,
  })
  const count = result.horizonYears
  return [
    row('unit', t('options.unitCost'), (option) => option.unitCost),
    row('oneOff', t('options.oneOff'), (option) => option.oneOffCost),
    row('horizon', t('options.horizon', { count }), (option) => option.horizonCost),
    row('present', t('options.presentValue'), (option) => option.presentValue),
  ]
}
