import { shiftPoint } from '#app/i18n/decimal-text.ts'
import type { ComparisonInput } from '../../forms.ts'

/** What the form says of the terms that make costs change over the years, and of the end product. */
export function termsOf(input: ComparisonInput) {
  const { productName = '', productText = '', rateKind = 'nominal', timing = 'year_end' } = input
  const rates = (input.escalation ?? []).map(({ category, percent }) => [
    category,
    shiftPoint(percent ?? '0', -2),
  ])
  return {
    ...{ productName, productText, rateKind, timing },
    inflation: rateKind === 'real' ? shiftPoint(input.inflationPercent ?? '0', -2) : null,
    escalation: Object.fromEntries(rates) as Record<string, string>,
  }
}
