import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { type ComparisonStatus, isAgreed, isChangeable } from '../comparison.ts'

/**
 * Takes the comparison for this transaction, so that changes of its case and signatures under it come one after the
 * other. Returns where it stands once it is one's turn.
 * @throws NotFound when it is out of the actor's sight by then.
 */
export async function lockComparison(
  tx: Tx,
  comparisonId: string,
): Promise<{ status: ComparisonStatus; revision: number }> {
  const rows = await tx.$queryRaw<{ status: ComparisonStatus; revision: number }[]>`
    SELECT status::text AS status, revision FROM comparison WHERE id = ${comparisonId}::uuid FOR UPDATE`
  const [row] = rows
  if (!row) throw new NotFound()
  return row
}

/** The same for a change of the case: what both sides agreed, or what has ended, does not change any more. */
export async function lockChangeable(tx: Tx, comparisonId: string) {
  const row = await lockComparison(tx, comparisonId)
  if (isAgreed(row.status)) throw new Conflict('comparisons:error.agreedAlready')
  if (!isChangeable(row.status)) throw new Conflict('comparisons:error.hasEnded')
  return row
}
