import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { templatePolicy } from '../policy.ts'
import { visibleTemplates } from '../scope.server.ts'
import { inLanguage, storedFields, storedNames } from '../templates.ts'

const template = {
  ...{ id: true, function: true, names: true, fields: true, revision: true, retiredAt: true },
} satisfies Prisma.ConsultationTemplateSelect
type Row = Prisma.ConsultationTemplateGetPayload<{ select: typeof template }>

function read({ names, fields, ...row }: Row) {
  return { ...row, names: storedNames.parse(names), fields: storedFields.parse(fields) }
}
export type QuestionTemplate = ReturnType<typeof read>

/** The templates in use of a supplier: few, so all of them. */
export async function listTemplatesOf(
  actor: Actor,
  organizationId: string,
  db: Database = prisma,
): Promise<QuestionTemplate[]> {
  const rows = await db.consultationTemplate.findMany({
    where: { AND: [{ organizationId, retiredAt: null }, visibleTemplates(actor)] },
    select: template,
    orderBy: [{ function: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(read)
}

/** All of the own organization, retired ones last, each with whether the actor may change it. */
export async function listTemplates(actor: Actor, db: Database = prisma) {
  const rows = await db.consultationTemplate.findMany({
    where: visibleTemplates(actor),
    select: { ...template, _count: { select: { sheets: true } } },
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { function: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(({ _count, ...row }) => ({
    ...{ id: row.id, function: row.function, retiredAt: row.retiredAt, uses: _count.sheets },
    name: inLanguage(storedNames.parse(row.names), actor.language),
    fields: storedFields.parse(row.fields).length,
    canWrite: templatePolicy.write(actor, row.function),
  }))
}

/**
 * One that the actor sees.
 * @throws NotFound
 */
export async function getTemplate(
  actor: Actor,
  id: string,
  db: Database = prisma,
): Promise<QuestionTemplate> {
  const found = await db.consultationTemplate.findFirst({
    where: { AND: [{ id: requireId(id) }, visibleTemplates(actor)] },
    select: template,
  })
  if (!found) throw new NotFound()
  return read(found)
}
