import { useTranslation } from 'react-i18next'
import { Figures } from '#app/ui/figures.tsx'
import { Money } from '#app/ui/money.tsx'
import { Num } from '#app/ui/num.tsx'
import { Exact } from '../../engine/decimal.ts'
import { total } from '../../engine/verification/forecast.ts'
import { sumDigits } from '../../ui/amounts.ts'
import type { ListedMonth } from './months-table.tsx'

interface SoFarProps {
  months: ListedMonth[]
  forecast: string[]
  currency: string
  isFinished: boolean
}

/** Of the months that both sides signed: what was agreed for them, what came, and the share. */
export function SoFar({ months, forecast, currency, isFinished }: SoFarProps) {
  const { t } = useTranslation('verification')
  const counted = months.flatMap(({ number, verified }) => (verified === null ? [] : [{ number, verified }]))
  const promised = total(counted.map(({ number }) => forecast[number - 1] ?? '0'))
  const verified = total(counted.map((each) => each.verified))
  const money = (amount: string) => <Money amount={amount} currency={currency} digits={sumDigits(amount)} />
  const share = new Exact(promised).gt(0) ? new Exact(verified).div(promised).toFixed(4) : null
  return (
    <Figures
      figures={[
        {
          ...{
            key: 'verified',
            label: t(isFinished ? 'soFar.verifiedInAll' : 'soFar.verified'),
            value: money(verified),
          },
          note: t('soFar.months', { count: counted.length, all: months.length }),
          tone: Number(verified) > 0 ? 'positive' : undefined,
        },
        { key: 'forecast', label: t('soFar.forecast'), value: money(promised), note: t('soFar.sameMonths') },
        {
          ...{ key: 'share', label: t('soFar.share') },
          value: share === null ? '–' : <Num value={share} isPercent digits={1} />,
        },
      ]}
    />
  )
}
