import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { caseOf } from '../case-of.ts'
import { requireProven } from '../claims/queries/claims.server.ts'
import { comparisonNumber, isInside, isUndecided } from '../comparison.ts'
import { validateCase } from '../engine/validate.ts'
import { comparisonEvents } from '../events.ts'
import type { ComparisonInput } from '../forms.ts'
import { comparisonPolicy } from '../policy.ts'
import { getComparison, readCase } from '../queries/comparison.server.ts'
import { headOf } from './create.server.ts'
import { lockChangeable } from './lock.server.ts'
import { preparedBy } from './prepared.ts'
import { type PartIds, writeParts } from './write-parts.server.ts'

/**
 * Changes options, lines, years, terms and the supplier's values at once. It raises the revision, so signatures that
 * were given before do not count any more. What the customer can see must stay complete.
 */
export async function changeStructure(
  actor: Actor,
  comparisonId: string,
  input: ComparisonInput & { revision: number },
): Promise<void> {
  await transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy.changeStructure(actor, comparison))
    const { status, revision } = await lockChangeable(tx, comparison.id)
    if (revision !== input.revision) throw new Conflict('comparisons:error.structureMoved', { revision })
    await tx.comparison.updateMany({
      where: { id: comparison.id },
      data: { ...headOf(input), ...preparedBy(actor, status), revision: { increment: 1 }, updatedAt: now() },
    })
    const { added, removed, ids } = await writeParts(tx, actor, comparison, input)
    if (isUndecided(status)) {
      await requireComplete(tx, comparison.id, input, ids)
      await requireProven(tx, comparison.id)
    }
    const payload = {
      number: comparisonNumber(comparison.number),
      title: input.title,
      revision: revision + 1,
      added,
      removed,
    }
    const side = isInside(status) ? 'supplier' : null
    await record(tx, actor, comparisonEvents.structureChanged(comparison, payload, side))
  })
}

/** The first problem of the case, at the field of the form that it stands in. */
async function requireComplete(
  tx: Tx,
  comparisonId: string,
  input: ComparisonInput,
  ids: PartIds,
): Promise<void> {
  const source = await readCase(tx, comparisonId)
  const [problem] = validateCase(caseOf(source))
  if (!problem) return
  const place = /^lines\[(\d+)\]\.values\.(.+)$/.exec(problem.path)
  const lineId = source.lines[Number(place?.[1] ?? -1)]?.id
  const line = input.lines.findIndex((each) => ids.lines.get(each.key) === lineId)
  const option = input.options.find((each) => ids.options.get(each.key) === place?.[2])
  const field = place ? `lines[${line}].values.${option?.key}` : fieldOf(problem.path)
  throw new Invalid(field, problem.key, problem.values)
}

function fieldOf(path: string): string {
  if (path === 'volumes') return 'volumes[0].quantity'
  return path === 'discountRate' ? 'ratePercent' : path
}
