import { type Assumption, evaluateAssumptions } from '#app/domain/comparisons/engine/formulas/assumptions.ts'

export const given: Assumption[] = [
  { name: 'power', unit: 'kW', value: '11' },
  { name: 'hours', unit: 'h/a', value: '6000' },
  { name: 'tariff', unit: 'EUR/kWh', value: '0.16' },
  { name: 'pieces', unit: 'piece/a', value: '0' },
  { name: 'share', unit: '%', value: '2' },
  { name: 'time', unit: 'min/piece', value: '3' },
  { name: 'wage', unit: 'EUR/h', value: '42' },
  { name: 'x', unit: '1', value: '7' },
]

/** The value of a formula over the given names, or what is wrong and with which term. */
export function answerTo(formula: string, unit = '1') {
  const { values, problems } = evaluateAssumptions([...given, { name: 'y', unit, formula }], 'EUR')
  return values.get('y') ?? `${problems[0]?.key.split('.')[1]} ${problems[0]?.values.term}`
}
