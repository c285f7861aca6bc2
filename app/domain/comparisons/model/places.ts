import type { CaseSource } from '../case-of.ts'
import type { ComparisonInput } from '../forms.ts'
import { calculatorOfLine } from './check-model.ts'
import { nameField } from './name-field.ts'

/** Where a problem of the engine stands: `lines[2].inputs.efficiency.<option>`, `names[0].values.<option>`. */
interface Spot {
  part: 'lines' | 'names'
  index: number
  field: string
  /** Of the calculator's input. */
  input: string | null
  optionId: string | null
}

function spotOf(path: string): Spot | null {
  const match = /^(lines|names)\[(\d+)\](?:\.(\w+))?(?:\.([^.]+))?(?:\.([^.]+))?$/.exec(path)
  if (!match) return null
  const [, part, index, field = '', first = null, second = null] = match
  const isInput = field === 'inputs'
  return {
    part: part as Spot['part'],
    index: Number(index),
    field,
    input: isInput ? first : null,
    optionId: isInput ? second : first,
  }
}

/** The field of the form for a problem of the engine; `keys` are those of the options in the form. */
export function fieldOf(path: string, input: ComparisonInput, keys: Map<string, string>): string {
  const spot = spotOf(path)
  if (!spot) return termField(path)
  const place = `${spot.part}[${spot.index}]`
  const key = keys.get(spot.optionId ?? '') ?? ''
  if (spot.part === 'names') {
    const isPerOption = input.names?.[spot.index]?.isPerOption === 'on'
    const isNamed = spot.index < (input.names ?? []).length
    if (!isNamed) return nameField(`${place}.${spot.field}${key && `.${key}`}`, input)
    if (spot.field !== 'values') return `${place}.${spot.field}`
    return isPerOption ? `${place}.values.${key}` : `${place}.value`
  }
  if (spot.field === 'values') return `${place}.values.${key}`
  if (spot.field === 'lives') return `${place}.lives.${key}`
  if (spot.input === null) return `${place}.${lineFields[spot.field] ?? spot.field}`
  const line = input.lines[spot.index]
  const isBound = !key || (line && calculatorOfLine(line) && line.inputs?.[spot.input]?.of)
  return `${place}.inputs.${spot.input}.${isBound ? 'of' : `values.${key}`}`
}

const termFields: Record<string, string> = {
  volumes: 'volumes[0].quantity',
  discountRate: 'ratePercent',
  'discount.rate': 'ratePercent',
  'discount.inflation': 'inflationPercent',
}
const lineFields: Record<string, string> = {
  '': 'by',
  calculator: 'by',
  size: 'batchSize',
  events: 'eventsPerYear',
}

function termField(path: string): string {
  return path.startsWith('escalation.') ? 'escalation' : (termFields[path] ?? path)
}

/** The same on the page: the input with its sides' values, and what it is of. */
export interface PlaceOnPage {
  assumptionId: string | null
  line: string
  /** A key of the messages `calculators:input.…`. */
  input: string
  option: string
}

export function placeOnPage(path: string, source: CaseSource): PlaceOnPage | null {
  const spot = spotOf(path)
  if (!spot) return null
  const named = source.quantities.filter(({ role, name }) => role !== 'input' && name !== '')
  const line = spot.part === 'lines' ? source.lines[spot.index] : undefined
  const quantity =
    spot.part === 'names'
      ? named[spot.index]
      : source.quantities.find(({ lineId, name }) => lineId === line?.id && name === spot.input)
  const values = source.assumptions.filter((each) =>
    quantity ? each.quantityId === quantity.id : line !== undefined && each.lineId === line.id,
  )
  const assumption =
    values.find(({ optionId }) => optionId === spot.optionId) ??
    values.find(({ optionId }) => optionId === null)
  const option = source.options.find(({ id }) => id === spot.optionId)?.name ?? ''
  return {
    assumptionId: spot.optionId ? (assumption?.id ?? null) : null,
    line: line?.name ?? (quantity?.label || quantity?.name) ?? '',
    input: spot.input ?? '',
    // A value for all options is missing for none in particular.
    option: assumption && assumption.optionId === null ? '' : option,
  }
}
