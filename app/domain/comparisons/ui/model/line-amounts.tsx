import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Money } from '#app/ui/money.tsx'
import type { ShownLine } from '../../model/shown.ts'
import { calculatedDigits } from '../amounts.ts'
import type { ModelProps } from './line-inputs.tsx'

/** What the line comes to for each option. */
export function LineAmounts({
  line,
  currency,
  options,
}: Pick<ModelProps, 'currency' | 'options'> & { line: ShownLine }) {
  const { t } = useTranslation(['comparisonModel', 'comparisons'])
  return (
    <DescriptionList
      items={options.map(({ id, name }) => {
        const amount = line.amounts[id]
        return {
          key: id,
          term: name,
          detail:
            amount === undefined ? (
              <span className="text-muted">{t('notYet')}</span>
            ) : (
              <span className="font-semibold">
                <Money amount={amount} currency={currency} digits={calculatedDigits(amount)} />
              </span>
            ),
        }
      })}
    />
  )
}
