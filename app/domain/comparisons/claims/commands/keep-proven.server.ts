import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import type { Unproven } from '../claim.ts'
import { listUnproven } from '../queries/claims.server.ts'

/**
 * Changes what the customer sees. Nothing becomes unproven by it, and nothing unproven is put in at `assumptionId`; what has
 * expired meanwhile elsewhere keeps nobody from writing.
 * @throws Conflict
 */
export async function keepingProven<T>(
  tx: Tx,
  comparisonId: string,
  change: () => Promise<T>,
  assumptionId?: string,
): Promise<T> {
  const known = new Set((await listUnproven(tx, comparisonId)).flatMap(placesOf))
  if (assumptionId) known.delete(await placeOf(tx, assumptionId))
  const result = await change()
  const added = (await listUnproven(tx, comparisonId)).filter((each) =>
    placesOf(each).some((place) => !known.has(place)),
  )
  const count = new Set(added.map(({ optionId }) => optionId)).size
  if (count > 0) throw new Conflict('comparisons:error.unproven', { count })
  return result
}

const placesOf = ({ optionId, lineIds }: Unproven) => lineIds.map((lineId) => `${optionId} ${lineId}`)

async function placeOf(tx: Tx, assumptionId: string): Promise<string> {
  const { optionId, lineId, quantity } = await tx.assumption.findUniqueOrThrow({
    where: { id: assumptionId },
    select: { optionId: true, lineId: true, quantity: { select: { lineId: true } } },
  })
  return `${optionId} ${lineId ?? quantity?.lineId ?? null}`
}
