import { useTranslation } from 'react-i18next'
import { Figures } from '#app/ui/figures.tsx'
import { Money } from '#app/ui/money.tsx'
import { Num } from '#app/ui/num.tsx'
import type { AlternativeResult, Payback } from '../engine/result.ts'
import { sumDigits, unitDigits, usePayback } from './amounts.ts'

interface AlternativeFiguresProps {
  alternative: AlternativeResult
  currency: string
  horizonYears: number
}

const toneOf = (amount: string) => {
  if (/^-?0$/.test(amount)) return undefined
  return amount.startsWith('-') ? 'danger' : 'positive'
}

/** What the switch gives, in the numbers that people decide by. */
export function AlternativeFigures({ alternative, currency, horizonYears }: AlternativeFiguresProps) {
  const { t } = useTranslation('comparisons')
  const sum = (amount: string) => <Money amount={amount} currency={currency} digits={sumDigits(amount)} />
  const { firstYearSaving, savingPerUnit, switchingCost, horizonSaving, npv, simplePayback } = alternative
  return (
    <Figures
      figures={[
        {
          key: 'year',
          label: t('result.firstYearSaving'),
          value: sum(firstYearSaving),
          tone: toneOf(firstYearSaving),
          note: savingPerUnit && (
            <>
              <Money amount={savingPerUnit} currency={currency} digits={unitDigits(savingPerUnit)} />{' '}
              {t('result.perUnit')}
            </>
          ),
        },
        {
          key: 'switching',
          label: t('result.switchingCost'),
          value: sum(switchingCost),
          note: t('result.once'),
        },
        {
          key: 'payback',
          label: t('result.payback'),
          value: <PaybackText payback={simplePayback} />,
          note: <DiscountedPayback payback={alternative.discountedPayback} />,
        },
        { key: 'npv', label: t('result.npv'), value: sum(npv), tone: toneOf(npv) },
        { key: 'irr', label: t('result.irr'), ...rateFigure(alternative, t) },
        {
          key: 'horizon',
          label: t('result.horizonSaving', { count: horizonYears }),
          value: sum(horizonSaving),
          tone: toneOf(horizonSaving),
          note: t('result.undiscounted'),
        },
      ]}
    />
  )
}

function PaybackText({ payback }: { payback: Payback }) {
  const words = usePayback()
  return <span suppressHydrationWarning>{words(payback)}</span>
}

function DiscountedPayback({ payback }: { payback: Payback }) {
  const { t } = useTranslation('comparisons')
  const words = usePayback()
  const isPassing = payback.kind === 'years' && !payback.isLasting
  return (
    <span suppressHydrationWarning>
      {t('result.discounted', { payback: words(payback) })}
      {isPassing && ` ${t('payback.notLasting')}`}
    </span>
  )
}

/** One rate; or why there is none to rely on, with the modified one instead. */
function rateFigure(
  { irr, mirr }: AlternativeResult,
  t: ReturnType<typeof useTranslation<'comparisons'>>['t'],
) {
  const modified = mirr && (
    <>
      {t('irr.modified')} <Num value={mirr} isPercent digits={1} />
    </>
  )
  if (irr.kind === 'one') {
    return { value: <Num value={irr.rate} isPercent digits={1} />, note: irr.signChanges > 1 && modified }
  }
  if (irr.kind === 'none') return { value: t('irr.none'), note: modified }
  return { value: t('irr.several', { count: irr.rates.length }), note: modified }
}
