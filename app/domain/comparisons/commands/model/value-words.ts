import type { Decimal } from 'decimal.js'
import type { CalculatorInput } from '../../engine/calculators/calculator.ts'
import { calculatorOf } from '../../engine/calculators/registry.ts'
import { shownUnit } from '../../model/units.ts'

/** An input with what it is of. */
export interface ValuePlace {
  year: number | null
  supplierValue: Decimal | null
  customerValue: Decimal | null
  line: { name: string } | null
  option: { name: string } | null
  quantity: {
    name: string
    label: string
    unit: string
    line: { name: string; calculator: string | null } | null
  } | null
}

/** Further columns that name the input for a sentence. */
export const valuePlace = {
  line: { select: { name: true } },
  option: { select: { name: true } },
  quantity: {
    select: { name: true, label: true, unit: true, line: { select: { name: true, calculator: true } } },
  },
}

/** What the sentence of an event calls it: the line or the name, and the option. */
export function nameOfValue({ line, option, quantity }: ValuePlace): string {
  const name = line?.name ?? quantity?.line?.name ?? (quantity?.label || quantity?.name)
  return [name, option?.name].filter(Boolean).join(' · ')
}

/** A value as the sentence of its event shows it. */
export function shownValue(value: string | null, { year, quantity }: ValuePlace, currency: string): string {
  if (value === null) return '–'
  if (year !== null) return value
  return `${value} ${quantity ? shownUnit(quantity.unit, currency) : currency}`.trim()
}

/** What a calculator asks of an input. */
export function inputOf({ quantity }: ValuePlace): CalculatorInput | null {
  const calculator = calculatorOf(quantity?.line?.calculator ?? '')
  return calculator?.inputs.find(({ name }) => name === quantity?.name) ?? null
}
