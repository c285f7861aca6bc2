import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { openStatuses } from '../consultation.ts'
import { type ConsultationFilters, numberIn } from '../filters.ts'
import { visibleConsultations } from '../scope.server.ts'
import { type ConsultationRow, findRows } from './rows.server.ts'

/**
 * One page of the consultations that the actor sees, the latest activity first. Which ones they are is asked before
 * what stands in their rows: in one statement the database would put together every row before it sorts.
 */
export async function listConsultations(
  actor: Actor,
  filters: ConsultationFilters,
  db: Database = prisma,
): Promise<Page<ConsultationRow>> {
  const cursor = decodeCursor(filters.after)
  const keys = await db.consultation.findMany({
    where: { AND: [filtered(actor, filters), cursor ? after(cursor) : {}] },
    select: { id: true, lastActivityAt: true },
    orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const page = pageOf(keys, pageSize, (each) => ({ at: each.lastActivityAt, id: each.id }))
  return {
    next: page.next,
    items: await findRows(
      actor,
      page.items.map((each) => each.id),
      db,
    ),
  }
}

function after(cursor: { at: Date; id: string }): Prisma.ConsultationWhereInput {
  return {
    lastActivityAt: { lte: cursor.at },
    OR: [{ lastActivityAt: { lt: cursor.at } }, { id: { lt: cursor.id } }],
  }
}

function filtered(actor: Actor, filters: ConsultationFilters): Prisma.ConsultationWhereInput {
  const { status, whose, account, q } = filters
  const mine =
    actor.side === 'supplier' ? { assigneeId: actor.membershipId } : { askedById: actor.membershipId }
  return {
    AND: [
      visibleConsultations(actor),
      status === 'open' ? { status: { in: [...openStatuses] } } : { status },
      whose === 'mine' ? mine : {},
      whose === 'function' ? { function: { in: actor.functions } } : {},
      account ? { accountId: isId(account) ? account : { in: [] } } : {},
      q ? textFilter(q) : {},
    ],
  }
}

/** A number such as `C-12` or `12` finds that one; anything else is looked for in the subject. */
function textFilter(q: string): Prisma.ConsultationWhereInput {
  const number = numberIn(q)
  const bySubject: Prisma.ConsultationWhereInput = { subject: { contains: q, mode: 'insensitive' } }
  return number === null ? bySubject : { OR: [{ number }, bySubject] }
}
