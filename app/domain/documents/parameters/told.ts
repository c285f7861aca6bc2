import type { ChangedQuantity } from '#app/domain/events/changed-quantities.ts'
import { differenceOfParameters, type ParameterDifference } from './difference.ts'
import { type Parameter, type ValueName, valueNames } from './parameter.ts'

/** How many changes an event tells; all of them stand on the page of the differences. */
const mostTold = 12

/** What is no change of a quantity is not told, and neither is what customers do not see. */
export function toldChanges(from: Parameter[], to: Parameter[]): ChangedQuantity[] {
  const shared = (lines: Parameter[]) => lines.filter((line) => line.isShared)
  return differenceOfParameters(shared(from), shared(to))
    .flatMap(({ lines }) => lines)
    .filter(({ change }) => change !== 'rewritten')
    .slice(0, mostTold)
    .map(toldOf)
}

function toldOf({ symbol, change, from, to, values }: ParameterDifference): ChangedQuantity {
  const amount = (line: Parameter | null, name: ValueName) => {
    const value = line?.[name]
    return line && value ? { value, unit: line.unit } : null
  }
  const names = change === 'changed' ? values.map(({ name }) => name) : valueNames
  return {
    symbol,
    values: names
      .map((name) => ({ name, from: amount(from, name), to: amount(to, name) }))
      .filter(({ from: old, to: next }) => old !== null || next !== null),
  }
}
