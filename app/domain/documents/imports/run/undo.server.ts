import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { prisma, runAsActor, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { ImportJob } from '../check/check.server.ts'
import { importEvents } from '../events.ts'
import { announceProgress } from '../progress.server.ts'

/**
 * The job that takes an import back, the last row first: each document as a whole, or not at all where somebody relied on it. Run again,
 * it goes on where it was.
 */
export async function undoImport(payload: unknown): Promise<void> {
  const { importId: id } = ImportJob.parse(payload)
  const found = await unscopedPrisma().documentImport.findUnique({
    where: { id },
    select: {
      id: true,
      organizationId: true,
      name: true,
      status: true,
      createdById: true,
      startedById: true,
    },
  })
  if (found?.status !== 'undoing') return
  const actor = await actingFor(found)
  if (!actor) return
  await runAsActor(actor.membershipId, async () => {
    const rows = await prisma.documentImportRow.findMany({
      where: { importId: id, state: 'imported' },
      select: { line: true },
      orderBy: { line: 'desc' },
    })
    for (const [index, { line }] of rows.entries()) {
      await takeBack(id, line)
      if (index % 25 === 0) await announceProgress(found)
    }
    await finish(actor, found)
  })
}

/** Whoever asked for it stands in the event; any of the two hands of an import can act for it. */
async function actingFor(found: { createdById: string; startedById: string | null }): Promise<Actor | null> {
  return (
    (found.startedById && (await unscopedFindActor(found.startedById))) ||
    (await unscopedFindActor(found.createdById))
  )
}

async function takeBack(importId: string, line: number): Promise<void> {
  await transact(async (tx) => {
    const [answer] = await tx.$queryRaw<{ stays: string }[]>`
      SELECT app_remove_imported(${importId}::uuid, ${line}::int) AS stays`
    const stays = answer?.stays ?? ''
    const data = stays
      ? ({ state: 'kept', reason: `imports:stays.${stays}` } as const)
      : ({ state: 'undone' } as const)
    await tx.documentImportRow.update({ where: { importId_line: { importId, line } }, data })
  })
}

async function finish(
  actor: Actor,
  { id, organizationId, name }: { id: string; organizationId: string; name: string },
) {
  const states = await prisma.documentImportRow.groupBy({
    by: ['state'],
    where: { importId: id },
    _count: true,
  })
  const count = (state: string) => states.find((each) => each.state === state)?._count ?? 0
  await transact(async (tx) => {
    const { count: moved } = await tx.documentImport.updateMany({
      where: { id, status: 'undoing' },
      data: { status: 'undone' },
    })
    if (moved !== 1) return
    const counts = { undone: count('undone'), kept: count('kept') }
    await record(tx, actor, importEvents.undone({ id, organizationId }, { name, ...counts }, 'supplier'))
  })
}
