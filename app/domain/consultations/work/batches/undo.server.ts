import { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma, transact } from '#app/platform/database/database.server.ts'
import { Conflict, DomainError } from '#app/platform/errors.ts'
import { getConsultation } from '../../queries/consultation.server.ts'
import { workPolicy } from '../policy.ts'
import { workLimits } from '../work.ts'
import { isSameShape, type Shape } from './batch.ts'
import { getBatch } from './queries.server.ts'
import { restore } from './restore.server.ts'
import { shapeOf } from './shape.server.ts'

const Stored = z.custom<Shape>((value) => typeof value === 'object' && value !== null)

export interface UndoOutcome {
  undone: number
  refused: number
}

/**
 * Takes back what an act did, one consultation after the other: each is put back as it was, unless somebody has changed
 * it since, which is then said of that one. Once, by whoever did it, within a day.
 */
export async function undoBatch(actor: Actor, batchId: string): Promise<UndoOutcome> {
  const batch = await getBatch(actor, batchId)
  authorize(workPolicy.undo(actor, batch))
  const age = now().getTime() - batch.createdAt.getTime()
  if (age > workLimits.undoHours * 3_600_000)
    throw new Conflict('work:error.undoTooLate', { hours: workLimits.undoHours })
  // The row is the lock: of two clicks one undoes.
  const { count } = await prisma.workBatch.updateMany({
    where: { id: batch.id, undoneAt: null },
    data: { undoneAt: now() },
  })
  if (count !== 1) throw new Conflict('work:error.undoneAlready')
  const entries = batch.entries.filter(({ refusal }) => refusal === '')
  let undone = 0
  for (const entry of entries) if (await undoOne(actor, batch, entry)) undone += 1
  return { undone, refused: entries.length - undone }
}

type Batch = Awaited<ReturnType<typeof getBatch>>

async function undoOne(actor: Actor, { id: batchId, act }: Batch, entry: Batch['entries'][number]) {
  const { consultationId } = entry
  const key = { batchId_consultationId: { batchId, consultationId } }
  try {
    await transact(async (tx) => {
      const [before, after] = [Stored.parse(entry.before), Stored.parse(entry.after)]
      const consultation = await getConsultation(actor, consultationId, tx)
      const present = await shapeOf(tx, act, { actor, consultationId, tagId: after.tagId })
      if (!isSameShape(present, after)) throw new Conflict('work:error.changedSince')
      await restore(tx, actor, { consultation, act, before, after })
      await tx.workBatchEntry.update({ where: key, data: { undoneAt: now() }, select: { position: true } })
    })
    return true
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const undoRefusal = encodeMessage(error.messageKey, error.values)
    await prisma.workBatchEntry.update({ where: key, data: { undoRefusal }, select: { position: true } })
    return false
  }
}
