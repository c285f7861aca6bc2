import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { consultationNumber } from '../../consultation.ts'
import { workPolicy } from '../policy.ts'
import { visibleBatchEntries, visibleBatches } from '../scope.server.ts'
import { workLimits } from '../work.ts'

const batch = {
  ...{ id: true, act: true, given: true, createdAt: true, undoneAt: true, membershipId: true },
  member: { select: { name: true, side: true } },
} as const

/**
 * One act on several, with what became of each that the actor sees.
 * @throws NotFound
 */
export async function getBatch(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.workBatch.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleBatches(actor)] },
    select: {
      ...batch,
      entries: {
        where: visibleBatchEntries(actor),
        orderBy: { position: 'asc' },
        select: {
          ...{
            consultationId: true,
            refusal: true,
            before: true,
            after: true,
            undoneAt: true,
            undoRefusal: true,
          },
          consultation: { select: { number: true, subject: true } },
        },
      },
    },
  })
  if (!found) throw new NotFound()
  return found
}

/** The same as its page shows it. */
export async function viewBatch(actor: Actor, id: string) {
  const { entries, ...found } = await getBatch(actor, id)
  return {
    ...found,
    canUndo: isUndoable(actor, found) && entries.some(({ refusal }) => refusal === ''),
    entries: entries.map(({ consultationId, consultation, refusal, undoneAt, undoRefusal }) => ({
      ...{
        id: consultationId,
        number: consultationNumber(consultation.number),
        subject: consultation.subject,
      },
      ...{ refusal, undoneAt, undoRefusal },
    })),
  }
}
export type BatchView = Awaited<ReturnType<typeof viewBatch>>

interface Undoable {
  membershipId: string
  createdAt: Date
  undoneAt: Date | null
}

const isUndoable = (actor: Actor, { membershipId, createdAt, undoneAt }: Undoable): boolean =>
  workPolicy.undo(actor, { membershipId }) &&
  undoneAt === null &&
  now().getTime() - createdAt.getTime() <= workLimits.undoHours * 3_600_000

/** Who of the own side did what to several at once, the latest first. */
export async function listBatches(actor: Actor, after: string | undefined): Promise<Page<ListedBatch>> {
  const cursor = decodeCursor(after)
  const rows = await prisma.workBatch.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleBatches(actor), cursor ? { id: { lt: cursor.id } } : {}] },
    select: { ...batch, _count: { select: { entries: { where: visibleBatchEntries(actor) } } } },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const page = pageOf(rows, pageSize, ({ createdAt, id }) => ({ at: createdAt, id }))
  return {
    next: page.next,
    items: page.items.map(({ _count, ...row }) => ({
      ...row,
      count: _count.entries,
      canUndo: isUndoable(actor, row),
    })),
  }
}
export interface ListedBatch {
  id: string
  act: 'assign' | 'take_over' | 'tag' | 'untag' | 'snooze' | 'close' | 'due'
  given: string
  createdAt: Date
  undoneAt: Date | null
  member: { name: string; side: 'supplier' | 'customer' }
  count: number
  canUndo: boolean
}
