import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import type { ComparisonClaim } from '#app/platform/database/client/client.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { isInside } from '../../comparison.ts'
import { type KnownComparison, namedComparison } from '../../queries/comparison.server.ts'
import { claimLimits } from '../claim.ts'
import { claimEvents } from '../events.ts'
import type { ClaimInput } from '../forms.ts'
import { today } from '../queries/claims.server.ts'
import { changeClaims, sideOf } from './change.server.ts'
import { keepingProven } from './keep-proven.server.ts'

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
  await changeClaims(actor, comparisonId, async (tx, comparison) => {
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
    return claimEvents.claimAdded(
      comparison,
      { ...about(comparison, id, option.name), ...saidIn(input) },
      sideOf(comparison),
    )
  })
  return id
}

/** @throws NotFound, Forbidden, Conflict, Invalid */
export async function changeClaim(
  actor: Actor,
  place: ClaimPlace,
  { revision, ...input }: ClaimInput & { revision: number },
): Promise<void> {
  await changeClaims(actor, place.comparisonId, async (tx, comparison) => {
    const claim = await findClaim(tx, comparison, place.claimId, revision)
    const write = async () => {
      await tx.comparisonClaim.update({
        where: { id: claim.id, revision },
        data: { ...written(actor, checked(input)), remindedAt: null, revision: { increment: 1 } },
      })
      await tx.comparisonClaimLine.deleteMany({ where: { claimId: claim.id } })
      await writeLines(tx, claim, input)
    }
    await (isInside(comparison.status) ? write() : keepingProven(tx, comparison.id, write))
    if (isOtherClaim(claim, input)) await voidSignatures(tx, comparison)
    return claimEvents.claimChanged(
      comparison,
      { ...about(comparison, claim.id, claim.option.name), ...saidIn(input) },
      sideOf(comparison),
    )
  })
}

/** @throws NotFound, Forbidden, Conflict: once the customer sees it, what it proves has to be proven otherwise first */
export async function withdrawClaim(actor: Actor, place: ClaimPlace, revision: number): Promise<void> {
  await changeClaims(actor, place.comparisonId, async (tx, comparison) => {
    const claim = await findClaim(tx, comparison, place.claimId, revision)
    const write = () =>
      tx.comparisonClaim.update({
        where: { id: claim.id, revision },
        data: { withdrawnAt: now(), writtenById: actor.membershipId, revision: { increment: 1 } },
      })
    await (isInside(comparison.status) ? write() : keepingProven(tx, comparison.id, write))
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

const about = (comparison: KnownComparison, claimId: string, option: string) => ({
  ...{ ...namedComparison(comparison), side: 'supplier' as const, claimId, option },
})

/** The record keeps what was said: the row says what is said now. */
const saidIn = ({ statement, source, sourceDate, conditions, expiresOn }: ClaimInput) => ({
  ...{ statement, source, sourceDate, conditions, expiresOn },
})

type Stored = Pick<ComparisonClaim, 'statement' | 'conditions' | 'coversAll'>

/** Another statement, or under other conditions; a later day or a newer source of the same is none. */
const isOtherClaim = (before: Stored, { statement, conditions, covers }: ClaimInput) =>
  before.statement !== statement ||
  before.conditions !== conditions ||
  before.coversAll !== (covers === 'all')

/** Who signed relied on what was said. */
async function voidSignatures(tx: Tx, { id, status }: KnownComparison): Promise<void> {
  if (isInside(status)) return
  await tx.comparison.update({ where: { id }, data: { revision: { increment: 1 } } })
}

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
