import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleChecklistTemplates } from '../scope.server.ts'

const template = {
  ...{ id: true, name: true, function: true, items: true, revision: true, retiredAt: true },
} as const

/** All of the own side, retired ones last. */
export async function listChecklistTemplates(actor: Actor, db: Database = prisma) {
  return db.checklistTemplate.findMany({
    where: visibleChecklistTemplates(actor),
    select: template,
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    take: 200,
  })
}

/** Those in use, for the actor's functions and for everybody. */
export async function listTemplatesFor(actor: Actor, db: Database = prisma) {
  return db.checklistTemplate.findMany({
    where: {
      AND: [
        visibleChecklistTemplates(actor),
        { retiredAt: null, OR: [{ function: null }, { function: { in: actor.functions } }] },
      ],
    },
    select: { id: true, name: true, items: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 100,
  })
}

/**
 * One that the actor sees.
 * @throws NotFound
 */
export async function getChecklistTemplate(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.checklistTemplate.findFirst({
    where: { AND: [{ id: requireId(id) }, visibleChecklistTemplates(actor)] },
    select: template,
  })
  if (!found) throw new NotFound()
  return found
}
