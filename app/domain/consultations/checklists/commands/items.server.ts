import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { laneSides, type MessageLane } from '../../consultation.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { whoReads } from '../../talk/queries/readers.server.ts'
import { checklistLimits } from '../checklist.ts'
import { checklistEvents } from '../events.ts'
import { getItem, type ItemPlace } from '../queries/checklists.server.ts'
import { visibleChecklists } from '../scope.server.ts'

/** Says that an item is done, or that it is not after all. What is so already stays so, and leaves no event. */
export async function tickItem(actor: Actor, place: ItemPlace, isDone: boolean): Promise<void> {
  await transact(async (tx) => {
    const { consultation, item, told } = await openItem(tx, actor, place)
    const done = { doneById: actor.membershipId, doneAt: now() }
    const { count } = await tx.checklistItem.updateMany({
      where: { id: item.id, doneAt: isDone ? null : { not: null } },
      data: isDone ? done : { doneById: null, doneAt: null },
    })
    if (count === 0) return
    const payload = { ...told, isDone }
    await record(tx, actor, checklistEvents.checklistTicked(consultation, payload, laneSides[item.lane]))
  })
}

/** Says who is to do it: somebody who reads the list, or nobody in particular. */
export async function assignItem(actor: Actor, place: ItemPlace, assigneeId: string | null): Promise<void> {
  await transact(async (tx) => {
    const { consultation, item, told } = await openItem(tx, actor, place)
    if (item.assigneeId === assigneeId) return
    if (assigneeId) await requireReader(tx, assigneeId, consultation.accountId, item.lane)
    await tx.checklistItem.update({ where: { id: item.id }, data: { assigneeId }, select: { id: true } })
    const payload = { ...told, assigneeId }
    await record(tx, actor, checklistEvents.checklistAssigned(consultation, payload, laneSides[item.lane]))
  })
}

/** Puts an item at the end of a list. */
export async function addItem(
  actor: Actor,
  { consultationId, checklistId }: { consultationId: string; checklistId: string },
  text: string,
): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    const list = await tx.consultationChecklist.findFirst({
      where: {
        AND: [{ id: requireId(checklistId), consultationId: consultation.id }, visibleChecklists(actor)],
      },
      select: { id: true, lane: true, name: true, accountId: true },
    })
    if (!list) throw new NotFound()
    const { id, lane, name, accountId } = list
    authorize(consultationPolicy.post(actor, consultation, lane))
    await lock(tx, id)
    const items = await tx.checklistItem.findMany({ where: { checklistId: id }, select: { position: true } })
    if (items.length >= checklistLimits.items)
      throw new Invalid('text', 'checklists:error.manyItems', { max: checklistLimits.items })
    const position = Math.max(-1, ...items.map((each) => each.position)) + 1
    const item = await tx.checklistItem.create({
      data: { checklistId: id, accountId, lane, position, text },
      select: { id: true },
    })
    const told = { ...namedConsultation(consultation), lane, checklistId: id, name }
    const payload = { ...told, itemId: item.id, item: text, change: 'added' as const }
    await record(tx, actor, checklistEvents.checklistChanged(consultation, payload, laneSides[lane]))
  })
}

/** Changes places with the item before or after it. */
export async function moveItem(actor: Actor, place: ItemPlace, direction: 'up' | 'down'): Promise<void> {
  await transact(async (tx) => {
    const { consultation, item, told } = await openItem(tx, actor, place)
    await lock(tx, item.checklistId)
    const items = await tx.checklistItem.findMany({
      where: { checklistId: item.checklistId },
      select: { id: true, position: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    const at = items.findIndex(({ id }) => id === item.id)
    const to = at + (direction === 'up' ? -1 : 1)
    const [one, other] = [items[at], items[to]]
    if (!one || !other) return
    await setPosition(tx, one.id, other.position)
    await setPosition(tx, other.id, one.position)
    const payload = { ...told, change: 'moved' as const }
    await record(tx, actor, checklistEvents.checklistChanged(consultation, payload, laneSides[item.lane]))
  })
}

/** Takes an item off the list; what is done stays as it was done. */
export async function removeItem(actor: Actor, place: ItemPlace): Promise<void> {
  await transact(async (tx) => {
    const { consultation, item, told } = await openItem(tx, actor, place)
    const { count } = await tx.checklistItem.deleteMany({ where: { id: item.id, doneAt: null } })
    if (count === 0) throw new Conflict('checklists:error.isDone')
    const payload = { ...told, change: 'removed' as const }
    await record(tx, actor, checklistEvents.checklistChanged(consultation, payload, laneSides[item.lane]))
  })
}

async function openItem(tx: Tx, actor: Actor, place: ItemPlace) {
  const consultation = await getConsultation(actor, place.consultationId, tx)
  const item = await getItem(actor, place, tx)
  authorize(consultationPolicy.post(actor, consultation, item.lane))
  const { checklistId, lane } = item
  const list = { lane, checklistId, name: item.checklist.name }
  return {
    consultation,
    item,
    told: { ...namedConsultation(consultation), ...list, itemId: item.id, item: item.text },
  }
}

const lock = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT 1 FROM consultation_checklist WHERE id = ${id}::uuid FOR UPDATE`

const setPosition = (tx: Tx, id: string, position: number) =>
  tx.checklistItem.update({ where: { id }, data: { position }, select: { id: true } })

async function requireReader(tx: Tx, id: string, accountId: string, lane: MessageLane): Promise<void> {
  const reader = await tx.membership.count({ where: { AND: [{ id }, whoReads(accountId, lane)] } })
  if (reader === 0) throw new Invalid('assigneeId', 'checklists:error.cannotRead')
}
