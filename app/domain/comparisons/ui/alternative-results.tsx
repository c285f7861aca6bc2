import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CaseResult } from '../engine/result.ts'
import { CostBridge } from './cost-bridge.tsx'
import { AlternativeFigures } from './figures.tsx'

interface AlternativeResultsProps {
  result: CaseResult
  options: { id: string; name: string }[]
}

/** For each alternative what it gives against the baseline, and where the difference comes from. */
export function AlternativeResults({ result, options }: AlternativeResultsProps) {
  const { t } = useTranslation('comparisons')
  const names = new Map(options.map(({ id, name }) => [id, name]))
  const baseline = names.get(result.baselineId) ?? ''
  const { currency, horizonYears } = result
  return result.alternatives.map((alternative) => {
    const name = names.get(alternative.optionId) ?? ''
    return (
      <Section key={alternative.optionId} title={t('result.against', { alternative: name, baseline })}>
        <AlternativeFigures alternative={alternative} currency={currency} horizonYears={horizonYears} />
        {alternative.bridge ? (
          <CostBridge
            bridge={alternative.bridge}
            currency={currency}
            baseline={baseline}
            alternative={name}
          />
        ) : (
          <Notice title={t('bridge.noVolume')} />
        )}
      </Section>
    )
  })
}
