/** A unit as people read it: CUR is the currency of the comparison, and a plain number has none. */
export function shownUnit(unit: string, currency: string): string {
  return unit === '1' ? '' : unit.replaceAll('CUR', currency)
}
