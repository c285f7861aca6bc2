import type { CostBasis } from '../../comparison.ts'
import { calculatorOfLine } from '../../model/check-model.ts'
import type { LineInput } from '../../model/line-form.ts'

interface Way {
  name: string
  category: LineInput['category']
  basis: CostBasis
  calculator: string | null
  calculatorVersion: number | null
  bindings: Record<string, string>
  formula: string
}

/** What the form says of a line itself; `options`: the ids by the keys of the form. */
export function lineData(line: LineInput, options: ReadonlyMap<string, string>) {
  const way = wayOf(line)
  return { ...way, ...countsBy(line, way.basis, options) }
}

/** A calculator has its own basis. */
function wayOf(line: LineInput): Way {
  const { name, category } = line
  const calculator = calculatorOfLine(line)
  if (!calculator || calculator.basis === 'figure') {
    const formula = line.by === 'formula' ? (line.formula ?? '') : ''
    const none = { calculator: null, calculatorVersion: null, bindings: {} }
    return { name, category, basis: line.basis, ...none, formula }
  }
  const bindings = Object.fromEntries(
    calculator.inputs.flatMap((input): [string, string][] => {
      const of = line.inputs?.[input.name]?.of
      return of ? [[input.name, of]] : []
    }),
  )
  const { id, version, basis } = calculator
  return { name, category, basis, calculator: id, calculatorVersion: version, bindings, formula: '' }
}

/** What belongs to another basis is not kept. */
function countsBy(line: LineInput, basis: CostBasis, options: ReadonlyMap<string, string>) {
  const isOnce = basis === 'one_off'
  const lives = Object.entries(isOnce ? (line.lives ?? {}) : {}).flatMap(
    ([key, life]): [string, number][] => {
      const id = options.get(key)
      return id !== undefined && life != null ? [[id, Number(life)]] : []
    },
  )
  return {
    batchSize: basis === 'per_batch' ? (line.batchSize ?? null) : null,
    eventsPerYear: basis === 'per_event' ? (line.eventsPerYear ?? null) : null,
    year: isOnce ? Number(line.year ?? 0) : 0,
    lives: Object.fromEntries(lives) as Record<string, number>,
  }
}

export const isPlain = (line: LineInput): boolean => {
  const { calculator, formula } = wayOf(line)
  return calculator === null && formula === ''
}
