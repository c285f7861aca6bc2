import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { consultationNumber } from '../../consultation.ts'
import { visibleConsultations } from '../../scope.server.ts'
import { batchActsOf } from '../policy.ts'
import { listTags } from '../queries/tags.server.ts'
import type { BatchAct } from './batch.ts'

/** What the page of an act on several shows: which ones, and what there is to choose from. */
export async function prepareBatch(actor: Actor, act: BatchAct, ids: string[]) {
  authorize(batchActsOf(actor).some((each) => each === act))
  const [found, members, tags] = await Promise.all([
    prisma.consultation.findMany({
      where: { AND: [{ id: { in: ids } }, visibleConsultations(actor)] },
      select: { id: true, number: true, subject: true },
    }),
    act === 'assign' ? listColleagues(actor) : [],
    act === 'tag' || act === 'untag' ? listTags(actor) : [],
  ])
  const rows = found.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return { act, members, tags, rows: rows.map((row) => ({ ...row, number: consultationNumber(row.number) })) }
}

/** Those who are there at all; who cannot enter the account of one is said of that one. */
async function listColleagues({ organizationId, side }: Actor) {
  return prisma.membership.findMany({
    where: { organizationId, side, deactivatedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}
