import { uuidv7 } from 'uuidv7'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { ComparisonInput } from '../../forms.ts'
import { calculatorOfLine, unitOf } from '../../model/check-model.ts'
import type { Plan } from '../write-parts.server.ts'

/** A quantity as the form wants it, with the supplier's values: by the option's key, or under '' for all options. */
export interface WantedQuantity {
  id: string
  role: 'assumption' | 'input'
  lineId: string | null
  position: number
  name: string
  unit: string
  isPerOption: boolean
  formula: string
  values: Record<string, string | null>
}

interface Known {
  id: string
  role: string
  lineId: string | null
  name: string
}

/** The named assumptions, and the inputs of calculators that have values of their own. */
export function wantedQuantities(
  input: ComparisonInput,
  before: Known[],
  lineIds: Map<string, string>,
): WantedQuantity[] {
  const assumptions = new Set(before.flatMap(({ id, role }) => (role === 'assumption' ? [id] : [])))
  const inputs = new Map(before.map(({ id, lineId, name }) => [`${lineId} ${name}`, id]))
  const keys = input.options.map(({ key }) => key)
  const named = (input.names ?? []).map((each, position): WantedQuantity => {
    const { key, name, formula } = each
    const isPerOption = each.isPerOption === 'on' && formula === ''
    const values = isPerOption
      ? Object.fromEntries(keys.map((option) => [option, each.values[option] ?? null]))
      : { '': each.value ?? null }
    return {
      ...{ id: assumptions.has(key) ? key : uuidv7(), role: 'assumption', lineId: null },
      ...{ position, name, unit: unitOf(each.unit), isPerOption, formula },
      values: formula === '' ? values : {},
    }
  })
  const own = input.lines.flatMap((line) => {
    const lineId = lineIds.get(line.key) ?? null
    return (calculatorOfLine(line)?.inputs ?? []).flatMap(({ name, unit }, position): WantedQuantity[] => {
      const given = line.inputs?.[name]
      if (given?.of) return []
      const values = Object.fromEntries(keys.map((option) => [option, given?.values[option] ?? null]))
      const id = inputs.get(`${lineId} ${name}`) ?? uuidv7()
      return [{ id, role: 'input', lineId, position, name, unit, isPerOption: true, formula: '', values }]
    })
  })
  return [...named, ...own]
}

export async function writeQuantities(tx: Tx, { comparison, before, quantities }: Plan): Promise<void> {
  const known = new Map(before.quantities.map((each) => [each.id, each]))
  for (const { id, values: _, role: __, lineId: ___, ...data } of quantities) {
    const { name, unit, isPerOption, formula, position } = known.get(id) ?? {}
    const isSame =
      name === data.name &&
      unit === data.unit &&
      isPerOption === data.isPerOption &&
      formula === data.formula &&
      position === data.position
    if (!known.has(id) || isSame) continue
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
