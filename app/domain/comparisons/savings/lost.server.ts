import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { ComparisonStatus } from '../comparison.ts'
import { type CategoryAmount, scaled, shortfall } from '../engine/verification/by-category.ts'
import { addLines, type Ledgered, standingLines } from './write.server.ts'

async function addLost(
  tx: Tx,
  actor: Actor,
  comparison: Ledgered,
  {
    parts,
    of,
    revision,
  }: { parts: CategoryAmount[]; of: { productId: string | null; siteId: string | null }; revision: number },
): Promise<void> {
  const lines = parts.map(({ category, amount }) => ({
    ...{ kind: 'lost' as const, category, amount, revision },
    ...{ productId: of.productId, siteId: of.siteId },
    key: `lost:${category ?? '-'}`,
  }))
  await addLines(tx, actor, comparison, lines)
}

const monthsOfYear = 12

/**
 * What ends takes with it what it had promised: all that was proposed, or what was agreed less what was verified of it.
 * Of what was verified to the end nothing more is lost; of what was never shared there was nothing.
 */
export async function addLostByEnd(
  tx: Tx,
  actor: Actor,
  comparison: Ledgered & { revision: number },
  was: ComparisonStatus,
): Promise<void> {
  if (was === 'verified') return
  const isAgreed = was === 'agreed' || was === 'trial'
  const promised = await standingLines(tx, comparison.id, { kind: isAgreed ? 'agreed' : 'proposed' })
  // What was agreed is a first year's: later months make good for nothing in it.
  const verified = isAgreed ? await standingLines(tx, comparison.id, { kind: 'verified' }) : []
  const reached = verified.filter(({ period }) => (period ?? 0) <= monthsOfYear)
  const [of] = promised
  if (!of) return
  await addLost(tx, actor, comparison, { parts: shortfall(promised, reached), of, revision: of.revision })
}

/** What a measuring that is finished did not reach of what was agreed for its months. */
export async function addLostByMeasuring(
  tx: Tx,
  actor: Actor,
  comparison: Ledgered,
  forecast: string,
): Promise<void> {
  const agreed = await standingLines(tx, comparison.id, { kind: 'agreed' })
  const verified = await standingLines(tx, comparison.id, { kind: 'verified' })
  const [of] = agreed
  if (!of) return
  const parts = shortfall(scaled(agreed, forecast), verified)
  await addLost(tx, actor, comparison, { parts, of, revision: of.revision })
}

/** The category that makes most of what was agreed. */
export async function mainCategory(tx: Tx, comparisonId: string) {
  const agreed = await standingLines(tx, comparisonId, { kind: 'agreed' })
  return agreed.toSorted((a, b) => Number(b.amount) - Number(a.amount))[0]?.category ?? null
}
