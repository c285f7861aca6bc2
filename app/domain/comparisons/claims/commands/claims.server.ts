import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { lockChangeable } from '../../commands/lock.server.ts'
import { preparedBy } from '../../commands/prepared.ts'
import { isInside } from '../../comparison.ts'
import { comparisonPolicy } from '../../policy.ts'
import { getComparison, type KnownComparison, namedComparison } from '../../queries/comparison.server.ts'
import { claimLimits } from '../claim.ts'
import { claimEvents } from '../events.ts'
import type { ClaimInput, CompetitorsInput } from '../forms.ts'
import { requireProven, today } from '../queries/claims.server.ts'

/**
 * Says which options are a competitor's product: claims of those that are none any more are withdrawn.
 * @throws NotFound, Forbidden, Conflict
 */
export async function markCompetitors(
  actor: Actor,
  comparisonId: string,
  { optionIds, revision }: CompetitorsInput,
): Promise<void> {
  await change(actor, comparisonId, async (tx, comparison) => {
    if (comparison.revision !== revision)
      throw new Conflict('comparisons:error.structureMoved', { revision: comparison.revision })
    const where = { comparisonId: comparison.id }
    const marked = { ...where, id: { in: optionIds } }
    await tx.comparisonOption.updateMany({
      where: { ...marked, isCompetitor: false },
      data: { isCompetitor: true },
    })
    await tx.comparisonOption.updateMany({
      where: { ...where, id: { notIn: optionIds }, isCompetitor: true },
      data: { isCompetitor: false },
    })
    await tx.comparisonClaim.updateMany({
      where: { ...where, withdrawnAt: null, option: { isCompetitor: false } },
      data: { withdrawnAt: now(), writtenById: actor.membershipId, revision: { increment: 1 } },
    })
    const options = await tx.comparisonOption.findMany({
      where: marked,
      select: { name: true },
      orderBy: { position: 'asc' },
    })
    return claimEvents.competitorsMarked(
      comparison,
      { ...namedComparison(comparison), options: options.map(({ name }) => name) },
      sideOf(comparison),
    )
  })
}

/**
 * Says where what is stated of a competitor's product comes from.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function addClaim(
  actor: Actor,
  comparisonId: string,
  { optionId, ...input }: ClaimInput & { optionId: string },
): Promise<string> {
  const id = uuidv7()
  await change(actor, comparisonId, async (tx, comparison) => {
    const place = { comparisonId: comparison.id, accountId: comparison.accountId }
    const option = await tx.comparisonOption.findFirst({
      where: { id: optionId, comparisonId: comparison.id, isCompetitor: true },
    })
    if (!option) throw new Invalid('optionId', 'fairness:error.notMarked')
    const count = await tx.comparisonClaim.count({
      where: { comparisonId: comparison.id, withdrawnAt: null },
    })
    if (count >= claimLimits.onComparison)
      throw new Conflict('fairness:error.many', { max: claimLimits.onComparison })
    await tx.comparisonClaim.create({
      data: { id, ...place, optionId, ...written(actor, checked(input)) },
    })
    await writeLines(tx, { id, ...place }, input)
    return claimEvents.claimAdded(comparison, about(comparison, id, option.name), sideOf(comparison))
  })
  return id
}

/** @throws NotFound, Forbidden, Conflict, Invalid */
export async function changeClaim(
  actor: Actor,
  place: ClaimPlace,
  { revision, ...input }: ClaimInput & { revision: number },
): Promise<void> {
  await change(actor, place.comparisonId, async (tx, comparison) => {
    const claim = await findClaim(tx, comparison, place.claimId, revision)
    await tx.comparisonClaim.update({
      where: { id: claim.id, revision },
      data: { ...written(actor, checked(input)), remindedAt: null, revision: { increment: 1 } },
    })
    await tx.comparisonClaimLine.deleteMany({ where: { claimId: claim.id } })
    await writeLines(tx, claim, input)
    return claimEvents.claimChanged(
      comparison,
      about(comparison, claim.id, claim.option.name),
      sideOf(comparison),
    )
  })
}

/** @throws NotFound, Forbidden, Conflict: once the customer sees it, what it proves has to be proven otherwise first */
export async function withdrawClaim(actor: Actor, place: ClaimPlace, revision: number): Promise<void> {
  await change(actor, place.comparisonId, async (tx, comparison) => {
    const claim = await findClaim(tx, comparison, place.claimId, revision)
    await tx.comparisonClaim.update({
      where: { id: claim.id, revision },
      data: { withdrawnAt: now(), writtenById: actor.membershipId, revision: { increment: 1 } },
    })
    if (!isInside(comparison.status)) await requireProven(tx, comparison.id)
    return claimEvents.claimWithdrawn(
      comparison,
      about(comparison, claim.id, claim.option.name),
      sideOf(comparison),
    )
  })
}

export interface ClaimPlace {
  comparisonId: string
  claimId: string
}

/** Any change before it is shared takes the approval away, as one of the figures does. */
async function change(
  actor: Actor,
  comparisonId: string,
  work: (tx: Tx, comparison: KnownComparison) => Promise<Parameters<typeof record>[2]>,
): Promise<void> {
  await transact(async (tx) => {
    const seen = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy.changeStructure(actor, seen))
    const { status, revision } = await lockChangeable(tx, seen.id)
    const event = await work(tx, { ...seen, status, revision })
    await tx.comparison.updateMany({
      where: { id: seen.id },
      data: { ...preparedBy(actor, status), updatedAt: now() },
    })
    await record(tx, actor, event)
  })
}

const sideOf = ({ status }: KnownComparison) => (isInside(status) ? 'supplier' : null)

const about = (comparison: KnownComparison, claimId: string, option: string) => ({
  ...{ ...namedComparison(comparison), side: 'supplier' as const, claimId, option },
})

function checked(input: ClaimInput): ClaimInput {
  const { sourceDate, expiresOn } = input
  const day = today()
  if (sourceDate > day) throw new Invalid('sourceDate', 'fairness:error.notYet')
  if (expiresOn < day) throw new Invalid('expiresOn', 'fairness:error.isOver')
  const last = `${Number(day.slice(0, 4)) + claimLimits.years}${day.slice(4)}`
  if (expiresOn > last) throw new Invalid('expiresOn', 'fairness:error.tooFar', { years: claimLimits.years })
  return input
}

const written = (
  actor: Actor,
  { statement, source, sourceDate, conditions, expiresOn, covers }: ClaimInput,
) => ({
  ...{ statement, source, conditions, coversAll: covers === 'all' },
  ...{ sourceDate: new Date(sourceDate), expiresOn: new Date(expiresOn) },
  ...{ writtenById: actor.membershipId, writtenAt: now() },
})

async function writeLines(
  tx: Tx,
  { id: claimId, comparisonId, accountId }: { id: string; comparisonId: string; accountId: string },
  { covers, lineIds }: ClaimInput,
): Promise<void> {
  if (covers === 'all') return
  const lines = await tx.costLine.findMany({
    where: { id: { in: lineIds }, comparisonId },
    select: { id: true },
  })
  if (lines.length !== lineIds.length) throw new Invalid('lineIds', 'common:error.unknown')
  await tx.comparisonClaimLine.createMany({
    data: lines.map(({ id: lineId }) => ({ claimId, lineId, comparisonId, accountId })),
  })
}

async function findClaim(tx: Tx, comparison: KnownComparison, claimId: string, revision: number) {
  const claim = await tx.comparisonClaim.findFirst({
    where: { id: requireId(claimId), comparisonId: comparison.id, withdrawnAt: null },
    include: { option: { select: { name: true } } },
  })
  if (!claim) throw new NotFound()
  if (claim.revision !== revision) throw new Conflict('fairness:error.changed')
  return claim
}
