import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { documentPolicy } from '../../policy.ts'

const shown = { id: true, kind: true, language: true, title: true } as const

/** With what the texts of an organization begin, for those who write them. */
export async function listTemplates(actor: Actor, db: Database = prisma) {
  authorize(documentPolicy.create(actor))
  return db.documentTemplate.findMany({
    where: { organizationId: actor.organizationId },
    orderBy: [{ kind: 'asc' }, { title: 'asc' }, { id: 'asc' }],
    select: shown,
    take: 200,
  })
}

/** One of them with its text. @throws NotFound, Forbidden */
export async function getTemplate(actor: Actor, id: string, db: Database = prisma) {
  authorize(documentPolicy.create(actor))
  const found = isId(id)
    ? await db.documentTemplate.findFirst({
        where: { id, organizationId: actor.organizationId },
        select: { ...shown, body: true },
      })
    : null
  if (!found) throw new NotFound()
  return found
}
export type Template = Awaited<ReturnType<typeof getTemplate>>
