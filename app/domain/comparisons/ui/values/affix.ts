const longest = 5

/** A unit that fits into a field; a longer one stands beside it anyway and would cover what is typed. */
export function affixOf(unit: string | undefined): string | undefined {
  return unit && unit.length <= longest ? unit : undefined
}
