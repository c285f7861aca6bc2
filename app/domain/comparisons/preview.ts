import type { CaseSource } from './case-of.ts'
import type { CaseResult } from './engine/result.ts'
import { calculate } from './model/calculate.ts'
import { caseFor } from './model/case-for.ts'

/** By assumption: what a side is typing in place of its value; null for an emptied field. */
export type Drafts = ReadonlyMap<string, string | null>

/** The result as it would be with the drafts of a side; null while the case cannot be calculated. */
export function previewOf(
  source: CaseSource,
  side: 'supplier' | 'customer',
  drafts: Drafts,
): CaseResult | null {
  const assumptions = source.assumptions.map((assumption) => {
    const draft = drafts.get(assumption.id)
    return draft === undefined ? assumption : { ...assumption, [side]: { value: draft } }
  })
  return calculate(caseFor({ ...source, assumptions })).result
}
