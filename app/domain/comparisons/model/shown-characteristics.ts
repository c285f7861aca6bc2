import { type CaseSource, inForce } from '../case-of.ts'
import { Exact } from '../engine/decimal.ts'
import type { Characteristic } from '../engine/model/model-case.ts'
import type { ShownCharacteristic } from './shown.ts'
import { shownUnit } from './units.ts'

/** The characteristics of a comparison, each with the values that count. */
export function shownCharacteristics(source: CaseSource): ShownCharacteristic[] {
  return source.quantities
    .filter(({ role }) => role === 'characteristic')
    .map(({ id, kind, label, name, unit, direction, method, conditions }) => {
      const own = source.assumptions.filter((each) => each.quantityId === id)
      const values = Object.fromEntries(
        own.flatMap((each) => (each.optionId === null ? [] : [[each.optionId, inForce(each).value]])),
      )
      const characteristic = {
        kind,
        label,
        name,
        unit,
        direction: direction ?? 'neither',
        method,
        conditions,
        values,
      }
      return shown(id, characteristic, source.currency)
    })
}

/** Those of a case that was signed. */
export const signedCharacteristics = (list: Characteristic[], currency: string): ShownCharacteristic[] =>
  list.map((each, index) => shown(`${index}`, each, currency))

function shown(id: string, each: Characteristic, currency: string): ShownCharacteristic {
  return { ...each, id, unit: shownUnit(each.unit, currency), best: bestOf(each) }
}

/** The options with the best value; none where all are alike, one alone has a value, or neither direction is better. */
function bestOf({ values, direction }: Pick<Characteristic, 'values' | 'direction'>): string[] {
  const known = Object.entries(values).flatMap(([id, value]): [string, InstanceType<typeof Exact>][] =>
    value === null ? [] : [[id, new Exact(value)]],
  )
  if (direction === 'neither' || known.length < 2) return []
  const numbers = known.map(([, value]) => value)
  const best = direction === 'higher' ? Exact.max(...numbers) : Exact.min(...numbers)
  const found = known.filter(([, value]) => value.eq(best)).map(([id]) => id)
  return found.length === known.length ? [] : found
}
