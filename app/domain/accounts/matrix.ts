import type { MemberFunction, Side } from '#app/domain/access/actor.ts'
import { type CoverageEntry, coverageFunctions, resolveCoverage } from './coverage.ts'

/** Who answers a cell on one side; null is a gap. */
export type MatrixAnswer = { name: string; isInherited: boolean } | null

export interface MatrixCell {
  familyId: string | null
  supplier: MatrixAnswer
  customer: MatrixAnswer
}

export interface MatrixRow {
  function: MemberFunction
  cells: MatrixCell[]
}

interface MatrixSource {
  lines: readonly CoverageEntry[]
  families: readonly { id: string }[]
  members: readonly { membershipId: string; name: string }[]
}

/** The matrix of one site, or of none in particular: a row per function, a cell for all families and for each. */
export function matrixOf({ lines, families, members }: MatrixSource, siteId: string | null): MatrixRow[] {
  const names = new Map(members.map(({ membershipId, name }) => [membershipId, name]))
  const answerOf = (side: Side, fn: MemberFunction, familyId: string | null): MatrixAnswer => {
    const line = resolveCoverage(lines, { side, function: fn, siteId, familyId })
    if (!line) return null
    const isInherited = line.siteId !== siteId || line.familyId !== familyId
    return { name: names.get(line.membershipId) ?? '', isInherited }
  }
  return coverageFunctions.map((fn) => ({
    function: fn,
    cells: [null, ...families.map(({ id }) => id)].map((familyId) => ({
      familyId,
      supplier: answerOf('supplier', fn, familyId),
      customer: answerOf('customer', fn, familyId),
    })),
  }))
}
