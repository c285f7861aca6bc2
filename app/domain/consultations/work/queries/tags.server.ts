import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleTaggings, visibleTags } from '../scope.server.ts'
import { type ShownTag, type TagColor, tagColors } from '../work.ts'

const tag = { id: true, name: true, color: true, retiredAt: true } as const

/** A colour that the stylesheet no longer knows is grey. */
export const colorOf = (color: string): TagColor => tagColors.find((each) => each === color) ?? 'grey'

export const shownTag = ({ id, name, color }: { id: string; name: string; color: string }): ShownTag => ({
  ...{ id, name, color: colorOf(color) },
})

/** The tags that the own side gives at present, by name, with how many consultations have each. */
export async function listTags(actor: Actor, db: Database = prisma) {
  const rows = await db.consultationTag.findMany({
    where: { ...visibleTags(actor), retiredAt: null },
    select: { ...tag, _count: { select: { taggings: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map((row) => ({ ...shownTag(row), count: row._count.taggings }))
}
export type ListedTag = Awaited<ReturnType<typeof listTags>>[number]

/** @throws NotFound */
export async function getTag(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.consultationTag.findFirst({
    where: { AND: [{ id: requireId(id) }, visibleTags(actor)] },
    select: tag,
  })
  if (!found) throw new NotFound()
  return { ...shownTag(found), retiredAt: found.retiredAt }
}

/**
 * The tag of the own side that reads like this at present, or null. As the index compares them: Prisma's comparison without
 * regard to case takes `_` and `%` for marks of a pattern.
 */
export async function findTagNamed(
  { organizationId, side }: Actor,
  name: string,
  db: Database = prisma,
): Promise<{ id: string; name: string } | null> {
  const found = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM consultation_tag
    WHERE organization_id = ${organizationId}::uuid AND side = ${side}::side AND retired_at IS NULL AND lower(name) = lower(${name})`
  return found[0] ?? null
}

/** The tags on one consultation, by name. */
export async function tagsOn(
  actor: Actor,
  consultationId: string,
  db: Database = prisma,
): Promise<ShownTag[]> {
  const rows = await db.consultationTagging.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ consultationId }, visibleTaggings(actor)] },
    select: { tag: { select: tag } },
    orderBy: { tag: { name: 'asc' } },
  })
  return rows.map((row) => shownTag(row.tag))
}
