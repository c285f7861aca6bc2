import type { Actor, Side } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { recordCitations } from '#app/domain/documents/citations/cite.server.ts'
import type { NewEvent } from '#app/domain/events/define.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { keepingProven } from '../claims/commands/keep-proven.server.ts'
import { isInside, isUndecided, otherSide } from '../comparison.ts'
import { comparisonEvents } from '../events.ts'
import type { ValueInput } from '../forms.ts'
import { comparisonPolicy } from '../policy.ts'
import { getComparison, type KnownComparison, namedComparison } from '../queries/comparison.server.ts'
import { lockChangeable } from './lock.server.ts'
import { hasFigures, requireAllowed, requireFiguresStill } from './model/require-value.server.ts'
import { nameOfValue, shownValue, valuePlace } from './model/value-words.ts'
import { preparedBy } from './prepared.ts'

/**
 * Puts in, changes or clears one value of the actor's own side, with its note. A changed value raises the revision. Of
 * two people who change the same value the second is told of both values, and nothing is written.
 */
export async function setValue(
  actor: Actor,
  comparisonId: string,
  assumptionId: string,
  input: ValueInput,
): Promise<void> {
  await transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    const found = await findAssumption(tx, comparison.id, assumptionId)
    authorize(comparisonPolicy.setValue(actor, comparison))
    const { status, revision } = await lockChangeable(tx, comparison.id)
    const assumption = await findAssumption(tx, comparison.id, found.id)
    const { side } = actor
    const own = ownOf(assumption, side)
    const value = input.value ?? null
    await requireUnchanged(tx, own, input)
    if (value === own.value && input.note === own.note) return
    requireSensible(assumption, side, value, isUndecided(status))
    requireAllowed(assumption, value)
    const at = new Date(Math.max(now().getTime(), (own.changedAt?.getTime() ?? 0) + 1))
    const write = () =>
      tx.assumption.updateMany({
        where: { id: assumption.id },
        data: written(actor, value, input.note, at),
      })
    const isChanged = value !== own.value
    if (isUndecided(status) && isChanged) await writeBeforeCustomer(tx, assumption, { side, write })
    else await write()
    await citeInNote(tx, actor, comparison, { assumptionId: assumption.id, note: input.note })
    await tx.comparison.updateMany({
      where: { id: comparison.id },
      data: {
        ...preparedBy(actor, status),
        ...(status === 'shared' ? { status: 'discussion' } : {}),
        revision: { increment: isChanged ? 1 : 0 },
        updatedAt: at,
      },
    })
    const moved = { revision: revision + (isChanged ? 1 : 0), from: own.value, to: value, note: input.note }
    await record(tx, actor, changeEvent(actor, { ...comparison, status }, assumption, moved))
  })
}

/** What the customer sees keeps its figures, and of competitors' products what is proven. */
async function writeBeforeCustomer(
  tx: Tx,
  { id, comparisonId }: Assumption,
  { side, write }: { side: Side; write: () => Promise<unknown> },
): Promise<void> {
  const hadFigures = await hasFigures(tx, comparisonId)
  await (side === 'supplier' ? keepingProven(tx, comparisonId, write, id) : write())
  if (hadFigures) await requireFiguresStill(tx, comparisonId)
}

/** The note says where a value comes from: what it cites is kept, for each side its own. */
async function citeInNote(
  tx: Tx,
  actor: Actor,
  { accountId, organizationId }: KnownComparison,
  { assumptionId, note }: { assumptionId: string; note: string },
): Promise<void> {
  await recordCitations(tx, actor, { assumptionId, accountId }, { organizationId, text: note })
}

interface Move {
  revision: number
  from: string | null
  to: string | null
  note: string
}

/** While it is a draft the customer knows nothing of it. */
function changeEvent(
  { side }: Actor,
  comparison: KnownComparison,
  assumption: Assumption,
  move: Move,
): NewEvent {
  const { id: assumptionId, year } = assumption
  const payload = {
    ...namedComparison(comparison),
    ...{ ...move, assumptionId, side },
    from: shownValue(move.from, assumption, comparison.currency),
    to: shownValue(move.to, assumption, comparison.currency),
  }
  const reader = isInside(comparison.status) ? 'supplier' : null
  if (year !== null) return comparisonEvents.volumeChanged(comparison, { ...payload, year }, reader)
  return comparisonEvents.valueChanged(
    comparison,
    { ...payload, assumption: nameOfValue(assumption) },
    reader,
  )
}

async function findAssumption(tx: Tx, comparisonId: string, id: string) {
  const assumption = await tx.assumption.findFirst({
    relationLoadStrategy: 'join',
    where: { id: requireId(id), comparisonId },
    include: valuePlace,
  })
  if (!assumption) throw new NotFound()
  return assumption
}

type Assumption = Awaited<ReturnType<typeof findAssumption>>

function ownOf(assumption: Assumption, side: Side) {
  return side === 'supplier'
    ? {
        value: assumption.supplierValue?.toFixed() ?? null,
        note: assumption.supplierNote,
        changedAt: assumption.supplierChangedAt,
        changedById: assumption.supplierChangedById,
      }
    : {
        value: assumption.customerValue?.toFixed() ?? null,
        note: assumption.customerNote,
        changedAt: assumption.customerChangedAt,
        changedById: assumption.customerChangedById,
      }
}

function written(actor: Actor, value: string | null, note: string, at: Date) {
  const by = actor.membershipId
  return actor.side === 'supplier'
    ? { supplierValue: value, supplierNote: note, supplierChangedAt: at, supplierChangedById: by }
    : { customerValue: value, customerNote: note, customerChangedAt: at, customerChangedById: by }
}

async function requireUnchanged(tx: Tx, own: ReturnType<typeof ownOf>, input: ValueInput): Promise<void> {
  const seenAt = input.seenAt ? new Date(input.seenAt).getTime() : null
  if ((own.changedAt?.getTime() ?? null) === seenAt) return
  const changer = own.changedById
    ? await tx.membership.findUnique({ where: { id: own.changedById }, select: { name: true } })
    : null
  throw new Conflict('comparisons:error.valueChanged', {
    name: changer?.name ?? '–',
    theirs: own.value ?? '–',
    yours: input.value ?? '–',
  })
}

/** Volumes are not negative, and what is shared stays complete: the last value of an input is not taken away. */
function requireSensible(assumption: Assumption, side: Side, value: string | null, isShared: boolean): void {
  const { year, quantity } = assumption
  if (year !== null && value?.startsWith('-')) {
    throw new Invalid('value', 'comparisons:problem.negativeVolume', { year })
  }
  // What is calculated is complete or not as a whole: see requireFiguresStill.
  const isNeeded = quantity === null && (year === null || year === 1)
  const other = ownOf(assumption, otherSide[side]).value
  if (isShared && isNeeded && value === null && other === null) {
    throw new Invalid('value', 'comparisons:error.lastValue')
  }
}
