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
    const found = tagId ? await tx.consultationTagging.findFirst({ where: { consultationId, tagId } }) : null
    return { ...(tagId ? { tagId } : {}), isTagged: found !== null, by: found?.taggedById ?? null }
  }
  if (act === 'snooze') {
    const key = { consultationId, membershipId: actor.membershipId }
    const found = await tx.consultationSnooze.findUnique({ where: { consultationId_membershipId: key } })
    return { isSnoozed: found !== null, until: found?.until?.toISOString() ?? null }
  }
  if (act === 'due') {
    const found = await tx.consultationDue.findUnique({ where: { consultationId } })
    const by = found?.setById ?? null
    return { dueOn: found && dayOf(found.dueOn), isShown: found?.isShown ?? false, by }
  }
  const { status, assigneeId } = await tx.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { status: true, assigneeId: true },
  })
  const by = await whoLast(tx, consultationId, act === 'close' ? ends : gives)
  return act === 'close' ? { status, by } : { status, assigneeId, by }
}

const ends = ['closed', 'closingUndone']
const gives = ['assigned', 'takenOver', 'assignmentUndone']

/** Who did the last of some acts on a consultation. */
async function whoLast(tx: Tx, subjectId: string, acts: string[]): Promise<string | null> {
  const found = await tx.event.findFirst({
    where: { subjectId, type: { in: acts.map((name) => `consultation.${name}`) } },
    select: { actorId: true },
    orderBy: { id: 'desc' },
  })
  return found?.actorId ?? null
}
