import { functionsOf, type MemberFunction, type Side, sides } from '#app/domain/access/actor.ts'

/** One line of the coverage matrix. An empty site or family means all of them. */
export interface CoverageEntry {
  id: string
  side: Side
  function: MemberFunction
  siteId: string | null
  familyId: string | null
  membershipId: string
  /** False once the member left or cannot enter the account any more: the line then counts as absent. */
  isActive: boolean
}

/** What has to be covered. Without a site or family only lines for all sites or families can answer. */
export interface CoverageNeed {
  function: MemberFunction
  siteId?: string | null
  familyId?: string | null
  side: Side
}

/** The rows of the matrix. Account management has no line of its own: its counterpart is purchasing. */
export const coverageFunctions = functionsOf('customer')

/** The row of the matrix that a function works in. */
export function coverageFunctionOf(fn: MemberFunction): MemberFunction {
  return fn === 'account_management' ? 'purchasing' : fn
}

/** Who may stand in a row: whoever has the function; on the supplier's side account management stands in for all. */
export function canCover(member: { side: Side; functions: MemberFunction[] }, fn: MemberFunction): boolean {
  if (member.functions.includes(coverageFunctionOf(fn))) return true
  return member.side === 'supplier' && member.functions.includes('account_management')
}

/** How narrow a line is: site and family (3) > family (2) > site (1) > general (0). */
export function specificity(entry: Pick<CoverageEntry, 'siteId' | 'familyId'>): number {
  return (entry.familyId ? 2 : 0) + (entry.siteId ? 1 : 0)
}

function answers(entry: CoverageEntry, need: CoverageNeed): boolean {
  return (
    entry.isActive &&
    entry.side === need.side &&
    coverageFunctionOf(entry.function) === coverageFunctionOf(need.function) &&
    (entry.siteId === null || entry.siteId === need.siteId) &&
    (entry.familyId === null || entry.familyId === need.familyId)
  )
}

/** The lines that answer a need, the most specific one first; among equals the older one (the lower id). */
export function rankCoverage<Entry extends CoverageEntry>(
  entries: readonly Entry[],
  need: CoverageNeed,
): Entry[] {
  return entries
    .filter((entry) => answers(entry, need))
    .sort((a, b) => specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1))
}

/** The line that answers a need; null is a gap. */
export function resolveCoverage<Entry extends CoverageEntry>(
  entries: readonly Entry[],
  need: CoverageNeed,
): Entry | null {
  return rankCoverage(entries, need)[0] ?? null
}

export interface CoverageAxes {
  siteIds: readonly string[]
  familyIds: readonly string[]
}

/** Every combination that somebody may ask for: function × site × family, each axis with "not said" as well. */
export function coverageCells(axes: CoverageAxes): Omit<CoverageNeed, 'side'>[] {
  const orNone = (ids: readonly string[]): (string | null)[] => [null, ...ids]
  return coverageFunctions.flatMap((fn) =>
    orNone(axes.siteIds).flatMap((siteId) =>
      orNone(axes.familyIds).map((familyId) => ({ function: fn, siteId, familyId })),
    ),
  )
}

/** The needs that nobody answers, supplier's side first within each combination. */
export function gaps(entries: readonly CoverageEntry[], axes: CoverageAxes): CoverageNeed[] {
  return coverageCells(axes).flatMap((cell) =>
    sides.map((side) => ({ ...cell, side })).filter((need) => !resolveCoverage(entries, need)),
  )
}

export interface Counterpart {
  membershipId: string
  function: MemberFunction
  siteId: string | null
  familyId: string | null
}

/**
 * The counterparts of a member: for each combination that the member answers, whoever answers it on the other side.
 * One entry per counterpart and function, the widest combination first.
 */
export function counterpartOf(
  entries: readonly CoverageEntry[],
  member: { membershipId: string; side: Side },
  axes: CoverageAxes,
): Counterpart[] {
  const other: Side = member.side === 'supplier' ? 'customer' : 'supplier'
  const found = new Map<string, Counterpart>()
  for (const { function: fn, siteId = null, familyId = null } of coverageCells(axes)) {
    const need = { function: fn, siteId, familyId }
    if (resolveCoverage(entries, { ...need, side: member.side })?.membershipId !== member.membershipId)
      continue
    const answer = resolveCoverage(entries, { ...need, side: other })
    const key = `${answer?.membershipId} ${fn}`
    if (answer && !found.has(key)) found.set(key, { ...need, membershipId: answer.membershipId })
  }
  return [...found.values()]
}
