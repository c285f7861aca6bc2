import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { comparisonTransitions, otherSide } from '../comparison.ts'
import { comparisonEvents } from '../events.ts'
import { type AnyCase, caseFor } from '../model/case-for.ts'
import { type Figures, outcomeOf } from '../outcome.server.ts'
import { comparisonPolicy } from '../policy.ts'
import { getComparison, namedComparison, readCase } from '../queries/comparison.server.ts'
import { replaceEarlierVersion } from '../savings/replace.server.ts'
import { addPromised } from '../savings/write.server.ts'
import { lockComparison } from './lock.server.ts'

/**
 * Signs for the actor's side what was on the page, named by its hash. When the other side has signed the same, the
 * agreement is written in the same transaction, and nothing changes any more.
 * @returns whether both sides agree now.
 */
export async function signComparison(actor: Actor, comparisonId: string, hash: string): Promise<boolean> {
  return transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy.sign(actor, comparison))
    const locked = await lockComparison(tx, comparison.id)
    requireTransition(comparisonTransitions, locked.status, 'agreed')
    const input = caseFor(await readCase(tx, comparison.id))
    const { figures } = outcomeOf(input)
    if (figures?.hash !== hash) {
      throw new Conflict('comparisons:error.caseMovedOn', { revision: locked.revision })
    }
    const revision = await revisionToSign(tx, comparison.id, locked.revision, hash)
    const place = { comparisonId: comparison.id, accountId: comparison.accountId, revision, hash }
    const given = await tx.comparisonSignature.findMany({ where: { comparisonId: comparison.id, revision } })
    if (given.some(({ side }) => side === actor.side)) throw new Conflict('comparisons:error.signedAlready')
    const signature = { ...place, side: actor.side, signedById: actor.membershipId, signedAt: now() }
    await tx.comparisonSignature.create({ data: signature, select: { id: true } })
    await tx.comparison.updateMany({ where: { id: comparison.id }, data: { updatedAt: now() } })
    const payload = { ...namedComparison(comparison), revision, side: actor.side, hash }
    if (!given.some(({ side }) => side === otherSide[actor.side])) {
      await record(tx, actor, comparisonEvents.signed(comparison, payload))
      return false
    }
    const agreementId = await writeAgreement(tx, place, input, figures)
    await addPromised(tx, actor, comparison, { kind: 'agreed', result: figures.result, revision })
    await replaceEarlierVersion(tx, actor, comparison.id)
    await record(tx, actor, comparisonEvents.agreed(comparison, { ...payload, agreementId }))
    return true
  })
}

/** A revision that was signed with figures of an older engine is not signed any further: the next one is. */
async function revisionToSign(tx: Tx, comparisonId: string, revision: number, hash: string): Promise<number> {
  const others = await tx.comparisonSignature.count({
    where: { comparisonId, revision, hash: { not: hash } },
  })
  if (others === 0) return revision
  await tx.comparison.updateMany({ where: { id: comparisonId }, data: { revision: revision + 1 } })
  return revision + 1
}

interface Place {
  comparisonId: string
  accountId: string
  revision: number
  hash: string
}

async function writeAgreement(tx: Tx, place: Place, input: AnyCase, { result }: Figures): Promise<string> {
  const agreement = await tx.comparisonAgreement.create({
    data: { ...place, engineVersion: result.engineVersion, case: input, result, agreedAt: now() },
    select: { id: true },
  })
  await tx.comparison.updateMany({ where: { id: place.comparisonId }, data: { status: 'agreed' } })
  return agreement.id
}
