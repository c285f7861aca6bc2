import { uuidv7 } from 'uuidv7'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { Direction } from '../../comparison.ts'
import type { ComparisonInput } from '../../forms.ts'
import { calculatorOfLine, unitOf } from '../../model/check-model.ts'
import type { Plan } from '../write-parts.server.ts'

/** A quantity as the form wants it, with the supplier's values: by the option's key, or under '' for all options. */
export interface WantedQuantity {
  id: string
  role: 'assumption' | 'input' | 'characteristic'
  lineId: string | null
  position: number
  name: string
  unit: string
  isPerOption: boolean
  formula: string
  kind: string
  label: string
  direction: Direction | null
  method: string
  conditions: string
  values: Record<string, string | null>
}

interface Known {
  id: string
  role: string
  lineId: string | null
  name: string
  unit: string
}

const noCharacteristic = { kind: '', label: '', direction: null, method: '', conditions: '' }
/** Characteristics stand behind the named assumptions: the names of a case are in this order. */
const behind = 1_000

/** The named assumptions, the inputs of calculators that have values of their own, and the characteristics. */
export function wantedQuantities(
  input: ComparisonInput,
  before: Known[],
  lineIds: Map<string, string>,
): WantedQuantity[] {
  return [
    ...wantedNames(input, before),
    ...wantedInputs(input, before, lineIds),
    ...wantedCharacteristics(input, before),
  ]
}

/** A value is one of its unit: with another unit it is another quantity, and nobody's value goes along. */
const idOf = (before: Known[], wanted: Pick<Known, 'id' | 'role' | 'unit'>) =>
  before.some(({ id, role, unit }) => id === wanted.id && role === wanted.role && unit === wanted.unit)
    ? wanted.id
    : uuidv7()
const byOption = ({ options }: ComparisonInput, values: Record<string, string | null | undefined> = {}) =>
  Object.fromEntries(options.map(({ key }) => [key, values[key] ?? null]))

function wantedNames(input: ComparisonInput, before: Known[]): WantedQuantity[] {
  return (input.names ?? []).map((each, position): WantedQuantity => {
    const { key, name, formula } = each
    const unit = unitOf(each.unit)
    const isPerOption = each.isPerOption === 'on' && formula === ''
    const values = isPerOption ? byOption(input, each.values) : { '': each.value ?? null }
    return {
      ...{ id: idOf(before, { id: key, role: 'assumption', unit }), role: 'assumption', lineId: null },
      ...{ position, name, unit, isPerOption, formula, ...noCharacteristic },
      values: formula === '' ? values : {},
    }
  })
}

function wantedInputs(
  input: ComparisonInput,
  before: Known[],
  lineIds: Map<string, string>,
): WantedQuantity[] {
  const known = new Map(before.map(({ id, lineId, name, unit }) => [`${lineId} ${name} ${unit}`, id]))
  return input.lines.flatMap((line) => {
    const lineId = lineIds.get(line.key) ?? null
    return (calculatorOfLine(line)?.inputs ?? []).flatMap(({ name, unit }, position): WantedQuantity[] => {
      const given = line.inputs?.[name]
      if (given?.of) return []
      return [
        {
          ...{
            id: known.get(`${lineId} ${name} ${unit}`) ?? uuidv7(),
            role: 'input',
            lineId,
            position,
            name,
            unit,
          },
          ...{ isPerOption: true, formula: '', values: byOption(input, given?.values), ...noCharacteristic },
        },
      ]
    })
  })
}

function wantedCharacteristics(input: ComparisonInput, before: Known[]): WantedQuantity[] {
  return (input.characteristics ?? []).map(
    ({ key, unit, values, ...each }, position): WantedQuantity => ({
      ...{ id: idOf(before, { id: key, role: 'characteristic', unit: unitOf(unit) }), lineId: null },
      role: 'characteristic',
      ...{ position: behind + position, isPerOption: true, formula: '' },
      ...each,
      unit: unitOf(unit),
      values: byOption(input, values),
    }),
  )
}

export async function writeQuantities(tx: Tx, { comparison, before, quantities }: Plan): Promise<void> {
  const known = new Map(before.quantities.map((each) => [each.id, each]))
  for (const { id, values: _, role: __, lineId: ___, ...data } of quantities) {
    const row = known.get(id)
    const isSame =
      row && Object.entries(data).every(([key, value]) => row[key as keyof typeof data] === value)
    if (!row || isSame) continue
    await tx.quantity.updateMany({ where: { id, comparisonId: comparison.id }, data })
  }
  const added = quantities.filter(({ id }) => !known.has(id))
  await tx.quantity.createMany({
    data: added.map(({ values: _, ...data }) => ({
      ...data,
      comparisonId: comparison.id,
      accountId: comparison.accountId,
    })),
  })
}
