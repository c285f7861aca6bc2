import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { keepingProven } from '../claims/commands/keep-proven.server.ts'
import { comparisonNumber, isInside, isUndecided } from '../comparison.ts'
import { comparisonEvents } from '../events.ts'
import type { ComparisonInput } from '../forms.ts'
import { calculate } from '../model/calculate.ts'
import { caseFor } from '../model/case-for.ts'
import { fieldOf } from '../model/places.ts'
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
    // The ledger has what was promised in it.
    if (comparison.sharedAt && input.currency !== comparison.currency)
      throw new Invalid('currency', 'comparisons:error.currencyStays', { currency: comparison.currency })
    await tx.comparison.updateMany({
      where: { id: comparison.id },
      data: { ...headOf(input), ...preparedBy(actor, status), revision: { increment: 1 }, updatedAt: now() },
    })
    const write = () => writeParts(tx, actor, comparison, input)
    if (isUndecided(status)) await requireCompetitorsStay(tx, comparison.id, input)
    const { added, removed, ids } = isUndecided(status)
      ? await keepingProven(tx, comparison.id, write)
      : await write()
    if (isUndecided(status)) await requireComplete(tx, comparison.id, input, ids)
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

/** What the customer sees of a competitor's product is not replaced by an option of which nothing has to be proven. */
async function requireCompetitorsStay(
  tx: Tx,
  comparisonId: string,
  { options }: ComparisonInput,
): Promise<void> {
  const marked = await tx.comparisonOption.findMany({
    where: { comparisonId, isCompetitor: true },
    select: { id: true },
  })
  const kept = new Set(options.map(({ key }) => key))
  if (marked.some(({ id }) => !kept.has(id))) throw new Conflict('comparisons:error.competitorStays')
}

/** The first problem of the case, at the field of the form that it stands in. */
async function requireComplete(
  tx: Tx,
  comparisonId: string,
  input: ComparisonInput,
  ids: PartIds,
): Promise<void> {
  const source = await readCase(tx, comparisonId)
  const [problem] = calculate(caseFor(source)).problems
  if (!problem) return
  const keys = new Map([...ids.options].map(([key, id]) => [id, key]))
  throw new Invalid(fieldOf(problem.path, input, keys), problem.key, problem.values)
}
