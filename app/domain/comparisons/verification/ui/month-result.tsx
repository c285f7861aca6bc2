import { useTranslation } from 'react-i18next'
import { Money } from '#app/ui/money.tsx'
import { Num } from '#app/ui/num.tsx'
import { Table } from '#app/ui/table.tsx'
import type { PeriodSaving, QuantitySaving } from '../../engine/verification/period-saving.ts'
import { digitsOfAll } from '../../ui/amounts.ts'

interface MonthResultProps {
  result: PeriodSaving
  quantities: { id: string; name: string; unit: string }[]
  currency: string
}

/** From the baseline to the saving, term by term: each row can be calculated again by hand. */
export function MonthResult({ result, quantities, currency }: MonthResultProps) {
  const { t } = useTranslation('verification')
  const of = ({ quantityId }: QuantitySaving) => quantities.find(({ id }) => id === quantityId)
  const figure = (
    key: 'baseline' | 'volumeAdjustment' | 'routine' | 'nonRoutine' | 'measured' | 'saving',
    hasSign = false,
  ) => ({
    ...{ key, header: t(`result.${key}`), isNumeric: true },
    cell: (row: QuantitySaving) => <Num value={row[key]} digits={3} hasSign={hasSign} />,
  })
  const digits = digitsOfAll([result.amount, ...result.quantities.map(({ amount }) => amount)])
  return (
    <Table
      caption={t('result.title')}
      rows={result.quantities}
      rowKey={({ quantityId }) => quantityId}
      isWide
      columns={[
        {
          key: 'name',
          header: t('quantity.name'),
          isTitle: true,
          cell: (row) => `${of(row)?.name ?? ''} (${of(row)?.unit ?? ''})`,
        },
        figure('baseline'),
        figure('volumeAdjustment', true),
        figure('routine', true),
        figure('nonRoutine', true),
        figure('measured'),
        figure('saving', true),
        {
          key: 'amount',
          header: t('result.amount'),
          isNumeric: true,
          cell: ({ amount }) => <Money amount={amount} currency={currency} digits={digits} />,
        },
      ]}
      footer={[
        '',
        '',
        '',
        '',
        '',
        '',
        t('result.sum'),
        <Money key="sum" amount={result.amount} currency={currency} digits={digits} />,
      ]}
    />
  )
}
