import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { visibleImports } from '../scope.server.ts'

const row = {
  id: true,
  organizationId: true,
  name: true,
  status: true,
  isReleased: true,
  isWhole: true,
  problem: true,
  createdById: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  createdBy: { select: { name: true } },
  startedBy: { select: { name: true } },
} as const

/**
 * One import that exists for the actor.
 * @throws NotFound
 */
export async function getImport(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.documentImport.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleImports(actor)] },
    select: row,
  })
  if (!found) throw new NotFound()
  const { createdBy, startedBy, ...rest } = found
  return { ...rest, createdBy: createdBy.name, startedBy: startedBy?.name ?? null }
}
export type ImportRecord = Awaited<ReturnType<typeof getImport>>

/** How many rows came to what, and how far they are. */
export async function countRows(importId: string, db: Database = prisma) {
  const groups = await db.documentImportRow.groupBy({
    by: ['outcome', 'state'],
    where: { importId },
    _count: true,
  })
  const sum = (fits: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(fits).reduce((total, { _count }) => total + _count, 0)
  return {
    all: sum(() => true),
    new: sum(({ outcome }) => outcome === 'new'),
    version: sum(({ outcome }) => outcome === 'version'),
    unchanged: sum(({ outcome }) => outcome === 'unchanged'),
    refused: sum(({ outcome }) => outcome === 'refused'),
    planned: sum(({ state }) => state === 'planned'),
    imported: sum(({ state }) => state === 'imported'),
    failed: sum(({ state }) => state === 'failed'),
    undone: sum(({ state }) => state === 'undone'),
    kept: sum(({ state }) => state === 'kept'),
  }
}

/** One page of the imports, the latest first. */
export async function listImports(
  actor: Actor,
  after: string | undefined,
  db: Database = prisma,
): Promise<Page<Omit<ImportRecord, 'startedBy'>>> {
  const cursor = decodeCursor(after)
  const rows = await db.documentImport.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleImports(actor),
        cursor
          ? {
              createdAt: { lte: cursor.at },
              OR: [{ createdAt: { lt: cursor.at } }, { id: { lt: cursor.id } }],
            }
          : {},
      ],
    },
    select: row,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const page = pageOf(rows, pageSize, ({ createdAt, id }) => ({ at: createdAt, id }))
  return {
    ...page,
    items: page.items.map(({ createdBy, startedBy: _, ...each }) => ({ ...each, createdBy: createdBy.name })),
  }
}

/** Of these imports those that the actor sees: for pages that are kept up to date. */
export async function findVisibleImports(
  actor: Actor,
  ids: string[],
  db: Database = prisma,
): Promise<string[]> {
  const rows = await db.documentImport.findMany({
    where: { AND: [{ id: { in: ids } }, visibleImports(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
