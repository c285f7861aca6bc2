import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { linkingEvents } from '../events.ts'
import { mergeProblem } from '../merge.ts'
import { linkingPolicy } from '../policy.ts'
import { isUntouchedSince } from '../queries/merge.server.ts'

/**
 * Lets a duplicate go on in another consultation of its account. Its messages stay where they are, in their lanes, and are shown in
 * the other one to whoever reads both.
 * @throws NotFound, Forbidden, Conflict
 */
export async function mergeConsultation(actor: Actor, id: string, intoId: string): Promise<void> {
  await transact(async (tx) => {
    const { merged, survivor } = await openBoth(tx, actor, id, intoId)
    const problem = mergeProblem(merged, survivor)
    if (problem) throw new Conflict(problem.key, problem.values)
    const at = now()
    await tx.consultation.update({
      where: { id: merged.id },
      data: { status: 'merged', lastActivityAt: at },
      select: { id: true },
    })
    await tx.consultation.update({
      where: { id: survivor.id },
      data: { lastActivityAt: at },
      select: { id: true },
    })
    await tx.consultationMerge.create({
      data: {
        ...{ consultationId: merged.id, intoId: survivor.id, accountId: merged.accountId },
        ...{ askedById: merged.askedById, statusBefore: merged.status },
        ...{ mergedById: actor.membershipId, mergedAt: at },
      },
      select: { consultationId: true },
    })
    await record(tx, actor, linkingEvents.merged(merged, withSurvivor(merged, survivor)))
    await record(tx, actor, linkingEvents.tookIn(survivor, withMerged(merged, survivor)))
  })
}

/**
 * Takes a merge back: the consultation is as it was before. Not once something was written where it went on.
 * @throws NotFound, Forbidden, Conflict
 */
export async function undoMerge(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    const intoId = (await getConsultation(actor, id, tx)).merges[0]?.intoId
    if (!intoId) throw new Conflict('linking:error.notMerged')
    const { merged, survivor } = await openBoth(tx, actor, id, intoId)
    const merge = merged.merges[0]
    if (!merge) throw new Conflict('linking:error.notMerged')
    if (!(await isUntouchedSince(survivor.id, merge.mergedAt, tx)))
      throw new Conflict('linking:error.writtenSince', { survivor: namedConsultation(survivor).number })
    await tx.consultationMerge.delete({
      where: { consultationId: merged.id },
      select: { consultationId: true },
    })
    await tx.consultation.update({
      where: { id: merged.id },
      data: { status: merge.statusBefore, lastActivityAt: now() },
      select: { id: true },
    })
    await record(tx, actor, linkingEvents.mergeUndone(merged, withSurvivor(merged, survivor)))
    await record(tx, actor, linkingEvents.gaveBack(survivor, withMerged(merged, survivor)))
  })
}

/** Both, as they are once nobody else changes them any more: of two people who merge at once the second is told. */
async function openBoth(tx: Tx, actor: Actor, id: string, intoId: string) {
  const both = async () => ({
    merged: await getConsultation(actor, id, tx),
    survivor: await getConsultation(actor, intoId, tx),
  })
  const { merged, survivor } = await both()
  authorize(linkingPolicy.merge(actor, merged, survivor))
  await tx.$queryRaw`
    SELECT 1 FROM consultation WHERE id IN (${merged.id}::uuid, ${survivor.id}::uuid) ORDER BY id FOR UPDATE`
  return both()
}

const withSurvivor = (merged: KnownConsultation, survivor: KnownConsultation) => ({
  ...namedConsultation(merged),
  ...{ intoId: survivor.id, intoNumber: namedConsultation(survivor).number },
})
const withMerged = (merged: KnownConsultation, survivor: KnownConsultation) => ({
  ...namedConsultation(survivor),
  ...{ mergedId: merged.id, mergedNumber: namedConsultation(merged).number },
})
