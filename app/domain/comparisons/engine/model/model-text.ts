import { byText, normal, stable } from '../canonical.ts'
import type { ByOption, LineAmount, ModelCase, ModelInput, ModelResult } from './model-case.ts'

/**
 * What both sides sign of such a case: engine, case and result as canonical JSON, the same for equal cases. Every formula, unit,
 * bound and source is in it. Throws RangeError on a value that is not a decimal.
 */
export function modelText(input: ModelCase, result: ModelResult): string {
  const by = <Item>(items: readonly Item[], key: (item: Item) => string) =>
    [...items].sort((a, b) => byText(key(a), key(b)))
  const ordered = {
    ...result,
    options: by(result.options, ({ optionId }) => optionId),
    alternatives: by(result.alternatives, ({ optionId }) => optionId),
    lines: by(result.lines, ({ lineId }) => lineId),
  }
  const discount = {
    ...input.discount,
    rate: normal(input.discount.rate),
    inflation: normal(input.discount.inflation),
  }
  const text = {
    ...input,
    discount,
    escalation: decimals(input.escalation),
    volumes: input.volumes
      .flatMap(({ year, quantity }) => (quantity === null ? [] : [{ year, quantity: normal(quantity) }]))
      .sort((a, b) => a.year - b.year),
    options: by(input.options, ({ id }) => id).map(({ id, name, isBaseline }) => ({ id, name, isBaseline })),
    names: by(input.names, ({ name }) => name).map((each) =>
      'values' in each ? { ...each, values: decimals(each.values) } : each,
    ),
    characteristics: input.characteristics
      .map((each) => ({ ...each, values: decimals(each.values) }))
      .map((each) => [stable(each), each] as const)
      .sort(([a], [b]) => byText(a, b))
      .map(([, each]) => each),
    lines: by(input.lines, ({ id }) => id).map((line) => ({ ...line, amount: amountText(line.amount) })),
  }
  return stable({ engineVersion: result.engineVersion, case: text, result: ordered })
}

function amountText(amount: LineAmount): unknown {
  if (amount.by === 'formula') return amount
  if (amount.by === 'values') return { ...amount, values: decimals(amount.values) }
  const input = (each: ModelInput) => ('values' in each ? { ...each, values: decimals(each.values) } : each)
  return { ...amount, inputs: amount.inputs.map(input) }
}

const decimals = (values: ByOption): ByOption =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, normal(value)]))
