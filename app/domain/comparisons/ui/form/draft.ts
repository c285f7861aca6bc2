import { fieldText, shiftPoint } from '#app/i18n/decimal-text.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'

/** The form's fields as texts. */
export type ComparisonDraft = {
  accountId?: string
  title: string
  purpose: string
  currency: string
  ratePercent: string
  horizonYears: string
  volumes: { quantity: string }[]
  options: { key: string; name: string }[]
  lines: { key: string; name: string; category: string; basis: string; values: Record<string, string> }[]
}

interface Source {
  title: string
  purpose: string
  currency: string
  discountRate: string
  horizonYears: number
  options: { id: string; name: string }[]
  lines: { id: string; name: string; category: string; basis: string }[]
  assumptions: ComparisonAssumption[]
}

/** What a new comparison begins with: one line, two options, five years. */
export function emptyDraft(accountId?: string): ComparisonDraft {
  return {
    ...(accountId ? { accountId } : {}),
    ...{ title: '', purpose: '', currency: 'EUR', ratePercent: '8', horizonYears: '5' },
    volumes: [{ quantity: '' }],
    options: [newOption(1), newOption(2)],
    lines: [newLine(1)],
  }
}

export const newOption = (number: number) => ({ key: `n${number}`, name: '' })
export const newLine = (number: number) => ({
  ...{ key: `n${number}`, name: '', category: 'material', basis: 'per_unit', values: {} },
})

/** The number of the next new part: keys such as 'n3' name what has no id yet. */
export function nextNumber(keys: (string | undefined)[]): number {
  return Math.max(0, ...keys.map((key) => Number(/^n(\d+)$/.exec(key ?? '')?.[1] ?? 0))) + 1
}

/** A comparison as its form shows it: the supplier's own values, numbers as the language writes them. */
export function draftOf(source: Source, language: Language): ComparisonDraft {
  const values = new Map(
    source.assumptions.map((each) => [`${each.lineId} ${each.optionId}`, each.supplier.value]),
  )
  const years = source.assumptions
    .filter((each) => each.year !== null)
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
  return {
    title: source.title,
    purpose: source.purpose,
    currency: source.currency,
    ratePercent: fieldText(shiftPoint(source.discountRate, 2), language),
    horizonYears: String(source.horizonYears),
    volumes: years.map((each) => ({ quantity: fieldText(each.supplier.value, language) })),
    options: source.options.map(({ id, name }) => ({ key: id, name })),
    lines: source.lines.map(({ id, name, category, basis }) => ({
      ...{ key: id, name, category, basis },
      values: Object.fromEntries(
        source.options.map((option) => [
          option.id,
          fieldText(values.get(`${id} ${option.id}`) ?? null, language),
        ]),
      ),
    })),
  }
}
