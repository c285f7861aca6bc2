import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Num } from '#app/ui/num.tsx'
import type { CaseTerms } from '../../case-of.ts'
import type { CostCategory } from '../../comparison.ts'

interface TermFactsProps {
  terms: CaseTerms & { productName?: string; productText?: string }
  layout?: 'rows' | 'stack'
}

/** The end product and the terms that make costs change over the years, as far as there are any. */
export function TermFacts({ terms, layout }: TermFactsProps) {
  const { t } = useTranslation(['comparisonModel', 'comparisons'])
  const { productName, productText, rateKind, inflation, timing, escalation } = terms
  const items = [
    productName && {
      term: t('terms.product'),
      detail: (
        <>
          {productName}
          {productText && <span className="block whitespace-pre-line text-muted">{productText}</span>}
        </>
      ),
    },
    rateKind === 'real' && { term: t('terms.rateKind'), detail: t('terms.real') },
    inflation !== null && {
      term: t('terms.inflation'),
      detail: <Num value={inflation} isPercent digits={2} />,
    },
    timing === 'mid_year' && { term: t('terms.timing'), detail: t('terms.mid_year') },
    ...Object.entries(escalation).map(([category, rate]) => ({
      key: category,
      term: t('terms.escalationFact', { category: t(`comparisons:category.${category as CostCategory}`) }),
      detail: <Num value={rate} isPercent hasSign digits={2} />,
    })),
  ].filter((item) => item !== false && item !== '' && item !== undefined)
  return items.length > 0 && <DescriptionList layout={layout} items={items} />
}
