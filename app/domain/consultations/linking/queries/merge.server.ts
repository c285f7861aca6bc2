import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { sidesOf } from '../../queries/act.server.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { visibleMessages } from '../../scope.server.ts'
import { whoReads } from '../../talk/queries/readers.server.ts'
import { mergeProblem, type Reader, readersApart } from '../merge.ts'
import { linkingPolicy } from '../policy.ts'

/** What does not go on with the matter itself: looking at it, keeping order, what the system or a relation says of it. */
const quiet = [
  ...['watched', 'unwatched', 'tagged', 'untagged', 'snoozed', 'snoozeEnded', 'ownDaySoon', 'ownDayMissed'],
  ...['fileDownloaded', 'related', 'unrelated', 'tookIn', 'gaveBack'],
  ...['reacted', 'reactionTakenBack', 'dueSoon', 'overdue'],
  ...['checklistStarted', 'checklistTicked', 'checklistAssigned', 'checklistChanged'],
].map((name) => `consultation.${name}`)

/** Whether nothing was written or decided in a consultation since, as far as the actor may know. */
export async function isUntouchedSince(id: string, since: Date, db: Database = prisma): Promise<boolean> {
  const later = await db.event.findFirst({
    where: { subjectId: id, occurredAt: { gt: since }, type: { notIn: quiet } },
    select: { id: true },
  })
  return later === null
}

/** Where a consultation goes on, when it was merged; else it itself. */
export async function goesOnIn(id: string, db: Database = prisma): Promise<string> {
  const merge = await db.consultationMerge.findUnique({
    where: { consultationId: id },
    select: { intoId: true },
  })
  return merge?.intoId ?? id
}

/** Whoever reads a consultation: one place to ask, wherever reading is narrowed to fewer than the account. */
async function readersOf({ accountId, id }: KnownConsultation, db: Database): Promise<Reader[]> {
  return db.membership.findMany({
    where: whoReads(accountId, 'shared', id),
    select: { id: true, name: true },
    take: 1000,
  })
}

/**
 * What merging would do, before anybody does it: what goes over, who will hear of it, who reads only one of the two.
 * @throws NotFound, Forbidden
 */
export async function previewMerge(actor: Actor, id: string, intoId: string, db: Database = prisma) {
  const merged = await getConsultation(actor, id, db)
  const survivor = await getConsultation(actor, intoId, db)
  authorize(linkingPolicy.merge(actor, merged, survivor))
  const [messages, files, readers, others, people, sides] = await Promise.all([
    db.message.count({ where: { AND: [{ consultationId: id }, visibleMessages(actor)] } }),
    db.messageFile.count({ where: { consultationId: id, message: visibleMessages(actor) } }),
    readersOf(merged, db),
    readersOf(survivor, db),
    db.membership.findMany({
      where: { id: { in: [merged.askedById, merged.assigneeId].filter((each) => each !== null) } },
      select: { id: true, name: true, side: true },
      orderBy: { side: 'desc' },
    }),
    sidesOf(merged),
  ])
  const shown = (known: KnownConsultation) => ({
    ...{ id: known.id, status: known.status, ...namedConsultation(known) },
  })
  return {
    ...{ merged: shown(merged), survivor: shown(survivor), messages, files, people, sides },
    apart: readersApart(readers, others),
    problem: mergeProblem(merged, survivor),
    /** The other way round may work where this way does not. */
    canTurn: mergeProblem(survivor, merged) === null && linkingPolicy.merge(actor, survivor, merged),
  }
}
export type MergePreview = Awaited<ReturnType<typeof previewMerge>>
