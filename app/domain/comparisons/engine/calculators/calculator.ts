import type { CATEGORY_ORDER } from '../case.ts'

/**
 * How the result counts in a case: for each unit made, each year, each batch, each event, once (at a year that the line
 * states), or not at all: a figure such as a lifetime or an efficiency, which other lines may use.
 */
export type CalculatorBasis = 'per_unit' | 'per_year' | 'per_batch' | 'per_event' | 'one_off' | 'figure'

export type CalculatorInput = {
  name: string
  /** As parseUnit reads it; the value is stated in it. */
  unit: string
  /** Decimal texts. `above`: the minimum itself is not allowed. */
  minimum?: string
  above?: boolean
  maximum?: string
  /** What the form begins with; without it the input must be filled in. */
  initial?: string
  /** Values that stand in a table of the standard, offered beside a free value. */
  choices?: readonly string[]
}

/** A named result; formulas may use inputs and the steps before them. The last step is the calculator's result. */
export type CalculatorStep = { name: string; unit: string; formula: string }

/**
 * A calculator is data: forms, templates, spreadsheets and the engine are made from it. Its version grows with every change
 * that can change a figure. Names are messages: `calculators:name.<id>`, `calculators:input.<name>`.
 */
export type Calculator = {
  id: string
  version: number
  category: (typeof CATEGORY_ORDER)[number]
  basis: CalculatorBasis
  inputs: readonly CalculatorInput[]
  steps: readonly CalculatorStep[]
  source: string
  /** Calculators that may count the same money in another line of the same option. */
  doubleCounts?: readonly string[]
}

export const amount = (name: string, unit: string, initial?: string): CalculatorInput => ({
  name,
  unit,
  minimum: '0',
  ...(initial === undefined ? {} : { initial }),
})

export const above = (name: string, unit: string, initial?: string): CalculatorInput => ({
  ...amount(name, unit, initial),
  above: true,
})

/** 0 to 100 %. */
export const share = (name: string, initial?: string): CalculatorInput => ({
  ...amount(name, '%', initial),
  maximum: '100',
})

/** Above 0, at most 100 %. */
export const efficiency = (name: string): CalculatorInput => ({ ...share(name), above: true })

/** Hours of a year of operation. */
export const hoursPerYear: CalculatorInput = { ...amount('operatingHours', 'h/a'), maximum: '8784' }
