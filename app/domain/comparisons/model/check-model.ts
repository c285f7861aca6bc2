import type { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import type { Calculator } from '../engine/calculators/calculator.ts'
import { calculatorOf } from '../engine/calculators/registry.ts'
import { boundsProblem } from '../engine/calculators/run.ts'
import { Exact } from '../engine/decimal.ts'
import type { FormulaProblem } from '../engine/formulas/problem.ts'
import { checkStructure } from '../engine/model/check.ts'
import { unitOfBasis } from '../engine/model/model-case.ts'
import { required } from '../form-fields.ts'
import type { CharacteristicInput } from './characteristic-form.ts'
import { checkTerms, countProblems, type TermsInput } from './check-terms.ts'
import type { LineInput, NameInput } from './line-form.ts'
import { nameField } from './name-field.ts'

interface ModelInput extends TermsInput {
  currency: string
  lines: LineInput[]
  names?: NameInput[]
  characteristics?: CharacteristicInput[]
}

export const calculatorOfLine = (line: LineInput): Calculator | null => calculatorOf(line.by ?? '')
/** A number without a unit has the unit 1. */
export const unitOf = (unit: string): string => unit || '1'

/** Names, units, formulas, circles and bounds, each said at its field, before anything is saved. */
export function checkModel(input: ModelInput, context: z.RefinementCtx): void {
  const { currency, lines, names = [], characteristics = [] } = input
  const tell = (path: string, message: string) =>
    context.addIssue({
      code: 'custom',
      message,
      path: path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .map(asKey),
    })
  lines.forEach((line, index) => {
    if (line.by === 'formula' && !line.formula) tell(`lines[${index}].formula`, required)
  })
  const named = characteristics.filter(({ name }) => name !== '')
  const problems = [
    ...checkStructure({
      currency,
      names: [
        ...names.map(({ name, unit, formula }) => ({ name, unit: unitOf(unit), formula: formula || null })),
        ...named.map(({ name, unit }) => ({ name, unit: unitOf(unit), formula: null })),
      ],
      formulas: lines.flatMap(({ by, formula, basis }, index) =>
        by === 'formula' && formula
          ? [{ path: `lines[${index}].formula`, formula, unit: unitOfBasis(basis) }]
          : [],
      ),
      bindings: lines.flatMap((line, index) => bindingsOf(line, `lines[${index}]`)),
    }),
    ...lines.flatMap((line, index) => outOfBounds(line, `lines[${index}]`)),
    ...lines.flatMap((line, index) => countProblems(line, index, input)),
  ]
  for (const { path, key, values } of problems) {
    tell(nameField(path, input), encodeMessage(key, values))
  }
  checkTerms(input, tell)
}

const asKey = (part: string) => (/^\d+$/.test(part) ? Number(part) : part)

function bindingsOf(line: LineInput, path: string) {
  const inputs = calculatorOfLine(line)?.inputs ?? []
  return inputs.flatMap(({ name, unit }) => {
    const of = line.inputs?.[name]?.of
    return of ? [{ path: `${path}.inputs.${name}.of`, of, unit }] : []
  })
}

function outOfBounds(line: LineInput, path: string): FormulaProblem[] {
  const inputs = calculatorOfLine(line)?.inputs ?? []
  return inputs.flatMap((input) => {
    const given = line.inputs?.[input.name]
    if (!given || given.of) return []
    return Object.entries(given.values).flatMap(([option, value]) => {
      const problem = value == null ? null : boundsProblem(input, new Exact(value))
      return problem ? [{ ...problem, path: `${path}.inputs.${input.name}.values.${option}` }] : []
    })
  })
}
