import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import type { BatchAct, Shape } from './batch.ts'

interface Place {
  actor: Actor
  consultationId: string
  tagId?: string
}

/** What an act changes of a consultation, as it is at present. The row is held, so that nobody moves it meanwhile. */
export async function shapeOf(tx: Tx, act: BatchAct, place: Place): Promise<Shape> {
  const { actor, consultationId, tagId } = place
  await tx.$queryRaw`SELECT 1 FROM consultation WHERE id = ${consultationId}::uuid FOR UPDATE`
  if (act === 'tag' || act === 'untag') {
    const count = tagId ? await tx.consultationTagging.count({ where: { consultationId, tagId } }) : 0
    return { ...(tagId ? { tagId } : {}), isTagged: count > 0 }
  }
  if (act === 'snooze') {
    const key = { consultationId, membershipId: actor.membershipId }
    const found = await tx.consultationSnooze.findUnique({ where: { consultationId_membershipId: key } })
    return { isSnoozed: found !== null, until: found?.until?.toISOString() ?? null }
  }
  if (act === 'due') {
    const found = await tx.consultationDue.findUnique({ where: { consultationId } })
    return { dueOn: found && dayOf(found.dueOn), isShown: found?.isShown ?? false }
  }
  const { status, assigneeId } = await tx.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { status: true, assigneeId: true },
  })
  return act === 'close' ? { status } : { status, assigneeId }
}
