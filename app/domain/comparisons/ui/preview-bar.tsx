import { useTranslation } from 'react-i18next'
import { Money } from '#app/ui/money.tsx'
import type { CaseResult } from '../engine/result.ts'
import { sumDigits, usePayback } from './amounts.ts'

interface PreviewBarProps {
  result: CaseResult | null
  saved: CaseResult | null
  options: { id: string; name: string }[]
}

/** Stays in sight while one types: what the figures would be, beside what they are. */
export function PreviewBar({ result, saved, options }: PreviewBarProps) {
  const { t } = useTranslation('comparisons')
  const payback = usePayback()
  const names = new Map(options.map(({ id, name }) => [id, name]))
  return (
    <div
      role="status"
      data-print="no"
      className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-10 grid gap-1 rounded-lg bg-surface p-3 shadow-float sm:bottom-4"
    >
      <p className="text-xs text-muted">{t('preview.title')}</p>
      {!result && <p>{t('preview.incomplete')}</p>}
      {result?.alternatives.map((alternative) => {
        const before = saved?.alternatives.find((each) => each.optionId === alternative.optionId)
        const amounts = [
          {
            key: 'year',
            label: t('result.firstYearSaving'),
            from: before?.firstYearSaving,
            to: alternative.firstYearSaving,
          },
          { key: 'npv', label: t('result.npv'), from: before?.npv, to: alternative.npv },
        ]
        return (
          <p key={alternative.optionId} className="flex flex-wrap gap-x-4 gap-y-1">
            <b className="font-medium">{names.get(alternative.optionId)}</b>
            {amounts.map(({ key, label, from, to }) => (
              <span key={key}>
                <span className="text-muted">{label}</span>{' '}
                {from !== undefined && from !== to && (
                  <s className="text-faint">
                    <Money amount={from} currency={result.currency} digits={sumDigits(from)} />
                  </s>
                )}{' '}
                <b className="font-semibold">
                  <Money amount={to} currency={result.currency} digits={sumDigits(to)} />
                </b>
              </span>
            ))}
            <span>
              <span className="text-muted">{t('result.payback')}</span> {payback(alternative.simplePayback)}
            </span>
          </p>
        )
      })}
    </div>
  )
}
