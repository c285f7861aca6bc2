import type { Tx } from '#app/platform/database/database.server.ts'
import { type Parameter, unitOf } from '../parameter.ts'
import { inBase } from '../units/quantity.ts'

interface Owner {
  /** Of the version: a draft. */
  id: string
  documentId: string
  organizationId: string
}

/** Writes the lines of a version's table where none are. */
export async function writeLines(
  tx: Tx,
  { id: versionId, documentId, organizationId }: Owner,
  rows: Parameter[],
): Promise<void> {
  const owner = { versionId, documentId, organizationId }
  await tx.documentParameter.createMany({
    data: rows.map((row, position) => ({ ...owner, ...row, ...baseOf(row), position })),
  })
}

/** For the index: floating point is exact enough to find a line, which is then compared as it was written. */
function baseOf(row: Parameter) {
  const unit = unitOf(row)
  const base = (value: string | null) => (value === null ? null : inBase(value, unit).toNumber())
  return {
    dimension: unit.dimension,
    baseMin: base(row.min),
    baseTyp: base(row.typ),
    baseMax: base(row.max),
  }
}
