import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { lanesOf, noteLanes } from '../../consultation.ts'
import { consultationPolicy } from '../../policy.ts'
import { sidesOf } from '../../queries/act.server.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { whoReads } from '../../talk/queries/readers.server.ts'
import { visibleChecklists } from '../scope.server.ts'
import { listTemplatesFor } from './templates.server.ts'

/** How far the checklists of a thread are, as a part of its own select. */
export const checklistsOf = (actor: Actor) =>
  ({
    checklists: {
      where: { lane: { in: lanesOf(actor.side) } },
      orderBy: { id: 'asc' },
      select: { id: true, name: true, lane: true, items: { select: { doneAt: true } } },
    },
  }) satisfies Prisma.ConsultationSelect

const person = { select: { id: true, name: true, side: true } }

/**
 * The checklists of a consultation that the actor reads, with what can be started and who can do an item.
 * @throws NotFound
 */
export async function openChecklists(actor: Actor, consultationId: string, db: Database = prisma) {
  const known = await getConsultation(actor, consultationId, db)
  const own = noteLanes[actor.side]
  const readers = (lane: typeof own | 'shared') =>
    db.membership.findMany({
      where: whoReads(known.accountId, lane),
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 500,
    })
  const [checklists, templates, colleagues, everybody, sides] = await Promise.all([
    db.consultationChecklist.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [{ consultationId: known.id }, visibleChecklists(actor)] },
      select: {
        ...{ id: true, name: true, lane: true },
        items: {
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
          select: { id: true, text: true, doneAt: true, assignee: person, doneBy: person },
        },
      },
      orderBy: { id: 'asc' },
      take: 100,
    }),
    listTemplatesFor(actor, db),
    readers(own),
    readers('shared'),
    sidesOf(known),
  ])
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    ...{ checklists, templates, sides },
    /** Whoever reads the lane can do what stands in it. */
    people: { [own]: colleagues, shared: everybody } as Record<string, { id: string; name: string }[]>,
    // The own side first: a list of both is chosen on purpose.
    lanes: [own, 'shared' as const],
    canWrite: consultationPolicy.post(actor, known, own),
  }
}
export type OpenChecklists = Awaited<ReturnType<typeof openChecklists>>

export interface ItemPlace {
  consultationId: string
  itemId: string
}

/**
 * An item with its list.
 * @throws NotFound
 */
export async function getItem(actor: Actor, { consultationId, itemId }: ItemPlace, db: Database = prisma) {
  const item = await db.checklistItem.findFirst({
    relationLoadStrategy: 'join',
    where: {
      id: requireId(itemId),
      checklist: { AND: [{ consultationId: requireId(consultationId) }, visibleChecklists(actor)] },
    },
    select: {
      ...{
        id: true,
        checklistId: true,
        lane: true,
        position: true,
        text: true,
        assigneeId: true,
        doneAt: true,
      },
      checklist: { select: { name: true } },
    },
  })
  if (!item) throw new NotFound()
  return item
}
