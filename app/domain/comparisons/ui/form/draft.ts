import { fieldText, shiftPoint } from '#app/i18n/decimal-text.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { CaseTerms, SourceLine, SourceQuantity } from '../../case-of.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'

/** The form's fields as texts. */
export type ComparisonDraft = {
  accountId?: string
  title: string
  purpose: string
  currency: string
  ratePercent: string
  horizonYears: string
  productName: string
  productText: string
  rateKind: string
  inflationPercent: string
  timing: string
  escalation: { category: string; percent: string }[]
  volumes: { quantity: string }[]
  options: { key: string; name: string }[]
  names: NameDraft[]
  lines: LineDraft[]
  characteristics: CharacteristicDraft[]
}

export type CharacteristicDraft = {
  key: string
  kind: string
  label: string
  name: string
  unit: string
  direction: string
  method: string
  conditions: string
  values: Record<string, string>
}

export type NameDraft = {
  key: string
  name: string
  unit: string
  isPerOption: string
  formula: string
  value: string
  values: Record<string, string>
}

export type LineDraft = {
  key: string
  name: string
  category: string
  basis: string
  values: Record<string, string>
  by: string
  formula: string
  inputs: Record<string, { of: string; values: Record<string, string> }>
  batchSize: string
  eventsPerYear: string
  year: string
  lives: Record<string, string>
}

interface Source extends CaseTerms {
  title: string
  purpose: string
  currency: string
  discountRate: string
  horizonYears: number
  productName: string
  productText: string
  options: { id: string; name: string }[]
  lines: SourceLine[]
  quantities: SourceQuantity[]
  assumptions: ComparisonAssumption[]
}

/** What a new comparison begins with: one line, two options, five years. */
export function emptyDraft(accountId?: string): ComparisonDraft {
  return {
    ...(accountId ? { accountId } : {}),
    ...{ title: '', purpose: '', currency: 'EUR', ratePercent: '8', horizonYears: '5' },
    ...{ productName: '', productText: '', rateKind: 'nominal', inflationPercent: '' },
    ...{ timing: 'year_end', escalation: [] },
    volumes: [{ quantity: '' }],
    options: [newOption(1), newOption(2)],
    names: [],
    characteristics: [],
    lines: [newLine(1)],
  }
}

export const newOption = (number: number) => ({ key: `n${number}`, name: '' })
export const newLine = (number: number): LineDraft => ({
  ...{ key: `n${number}`, name: '', category: 'material', basis: 'per_unit', values: {} },
  ...{ by: 'values', formula: '', inputs: {}, batchSize: '', eventsPerYear: '', year: '', lives: {} },
})
export const newCharacteristic = (number: number): CharacteristicDraft => ({
  ...{ key: `n${number}`, kind: 'power', label: '', name: '', unit: '', direction: 'lower' },
  ...{ method: '', conditions: '', values: {} },
})
export const newName = (number: number): NameDraft => ({
  ...{ key: `n${number}`, name: '', unit: '', isPerOption: '', formula: '', value: '', values: {} },
})

/** The number of the next new part: keys such as 'n3' name what has no id yet. */
export function nextNumber(keys: (string | undefined)[]): number {
  return Math.max(0, ...keys.map((key) => Number(/^n(\d+)$/.exec(key ?? '')?.[1] ?? 0))) + 1
}

/** A comparison as its form shows it: the supplier's own values, numbers as the language writes them. */
export function draftOf(source: Source, language: Language): ComparisonDraft {
  const text = textsOf(source, language)
  const years = source.assumptions
    .filter((each) => each.year !== null)
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
  return {
    title: source.title,
    purpose: source.purpose,
    currency: source.currency,
    ratePercent: fieldText(shiftPoint(source.discountRate, 2), language),
    horizonYears: String(source.horizonYears),
    ...termsOf(source, language),
    volumes: years.map((each) => ({ quantity: fieldText(each.supplier.value, language) })),
    options: source.options.map(({ id, name }) => ({ key: id, name })),
    names: source.quantities
      .filter(({ role }) => role === 'assumption')
      .map(({ id, name, unit, isPerOption, formula }) => ({
        ...{ key: id, name, unit: unit === '1' ? '' : unit, isPerOption: isPerOption ? 'on' : '', formula },
        ...{ value: text(id, null), values: isPerOption ? text.byOption(id) : {} },
      })),
    characteristics: source.quantities
      .filter(({ role }) => role === 'characteristic')
      .map(({ id, kind, label, name, unit, direction, method, conditions }) => ({
        ...{ key: id, kind, label, name, direction: direction ?? 'neither', method, conditions },
        ...{ unit: unit === '1' ? '' : unit, values: text.byOption(id) },
      })),
    lines: source.lines.map(({ id, name, category, basis, calculator, formula, bindings, ...line }) => ({
      ...{ key: id, name, category, basis, formula, values: text.byOption(id) },
      ...countsOf(line, language),
      by: calculator ?? (formula === '' ? 'values' : 'formula'),
      inputs: inputsOf(source, { id, bindings }, text),
    })),
  }
}

type Texts = ReturnType<typeof textsOf>

/** The supplier's own values, as texts, of a line or a quantity. */
function textsOf({ assumptions, options }: Source, language: Language) {
  const values = new Map(
    assumptions.map((each) => [`${each.quantityId ?? each.lineId} ${each.optionId}`, each.supplier.value]),
  )
  const text = (id: string, optionId: string | null) =>
    fieldText(values.get(`${id} ${optionId}`) ?? null, language)
  const byOption = (id: string) =>
    Object.fromEntries(options.map((option) => [option.id, text(id, option.id)]))
  return Object.assign(text, { byOption })
}

function inputsOf(
  { quantities }: Source,
  { id, bindings }: Pick<SourceLine, 'id' | 'bindings'>,
  text: Texts,
): LineDraft['inputs'] {
  const own = quantities.filter(({ lineId }) => lineId === id)
  return {
    ...Object.fromEntries(Object.entries(bindings).map(([name, of]) => [name, { of, values: {} }])),
    ...Object.fromEntries(own.map((each) => [each.name, { of: '', values: text.byOption(each.id) }])),
  }
}

function termsOf(
  { productName, productText, rateKind, inflation, timing, escalation }: Source,
  language: Language,
) {
  const percent = (rate: string) => fieldText(shiftPoint(rate, 2), language)
  return {
    ...{ productName, productText, rateKind, timing },
    inflationPercent: inflation === null ? '' : percent(inflation),
    escalation: Object.entries(escalation).map(([category, rate]) => ({ category, percent: percent(rate) })),
  }
}

function countsOf(
  {
    batchSize,
    eventsPerYear,
    year,
    lives,
  }: Pick<SourceLine, 'batchSize' | 'eventsPerYear' | 'year' | 'lives'>,
  language: Language,
) {
  return {
    batchSize: fieldText(batchSize, language),
    eventsPerYear: fieldText(eventsPerYear, language),
    year: year === 0 ? '' : String(year),
    lives: Object.fromEntries(Object.entries(lives).map(([id, life]) => [id, String(life)])),
  }
}
