import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Money } from '#app/ui/money.tsx'
import { Num } from '#app/ui/num.tsx'
import { Table } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'
import { digitsShown } from '../../ui/amounts.ts'
import type { IpmvpOption } from '../verification.ts'
import { useMonth } from './use-month.ts'

export interface ShownQuantity {
  id: string
  name: string
  unit: string
  site: { name: string } | null
  place: string
  method: string
  measuredFrom: string
  baseline: string
  followsVolume: boolean
  price: string
}

export interface ShownPlan {
  ipmvpOption: IpmvpOption
  boundary: string
  startsOn: string
  periods: number
  baselineVolume: string | null
  product: { number: string; name: string } | null
  quantities: ShownQuantity[]
}

interface PlanFactsProps {
  plan: ShownPlan
  currency: string
  alternative: string
}

/** What is measured, where, by what method, and against which baseline. */
export function PlanFacts({ plan, currency, alternative }: PlanFactsProps) {
  const { t } = useTranslation('verification')
  const month = useMonth()
  const facts = [
    { term: t('plan.alternative'), detail: alternative },
    {
      term: t('plan.option'),
      detail: `${t(`option.${plan.ipmvpOption}.name`)}: ${t(`option.${plan.ipmvpOption}.text`)}`,
    },
    { term: t('plan.boundary'), detail: <span className="whitespace-pre-line">{plan.boundary}</span> },
    {
      term: t('plan.time'),
      detail: t('plan.months', { count: plan.periods, from: month.long(plan.startsOn.slice(0, 7)) }),
    },
    plan.product && { term: t('plan.product'), detail: `${plan.product.number} ${plan.product.name}` },
    plan.baselineVolume && {
      term: t('plan.baselineVolume'),
      detail: <Num value={plan.baselineVolume} digits={9} unit={t('plan.perMonth')} />,
    },
  ].filter((fact) => fact !== null && fact !== '')
  return (
    <>
      <DescriptionList items={facts} />
      <QuantityTable quantities={plan.quantities} currency={currency} />
    </>
  )
}

function QuantityTable({ quantities, currency }: { quantities: ShownQuantity[]; currency: string }) {
  const { t } = useTranslation('verification')
  return (
    <Table
      caption={t('quantity.title')}
      rows={quantities}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('quantity.name'), cell: ({ name }) => name },
        {
          key: 'where',
          header: t('quantity.where'),
          cell: (of) => [of.site?.name, of.place].filter(Boolean).join(', '),
        },
        { key: 'method', header: t('quantity.method'), cell: ({ method }) => method },
        { key: 'from', header: t('quantity.measuredFrom'), cell: (of) => <Day on={of.measuredFrom} /> },
        {
          key: 'baseline',
          header: t('quantity.baseline'),
          isNumeric: true,
          cell: (of) => (
            <>
              <Num value={of.baseline} unit={of.unit} digits={9} />
              {of.followsVolume && <span className="block text-muted text-xs">{t('quantity.follows')}</span>}
            </>
          ),
        },
        {
          key: 'price',
          header: t('quantity.price'),
          isNumeric: true,
          cell: ({ price, unit }) => (
            <Money amount={price} currency={currency} digits={digitsShown(price)} per={`/ ${unit}`} />
          ),
        },
      ]}
    />
  )
}
