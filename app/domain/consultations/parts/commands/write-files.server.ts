import type { Actor } from '#app/domain/access/actor.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { KnownPart } from '../queries/part.server.ts'

/**
 * Gives a contribution these files and no others: new ones are the actor's own uploads. Written before it is handed in.
 * @throws Invalid
 */
export async function writePartFiles(
  tx: Tx,
  actor: Actor,
  { id: partId, consultationId, accountId }: KnownPart,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)]
  const stands = await tx.consultationPartFile.findMany({ where: { partId }, orderBy: { position: 'asc' } })
  const kept = stands.filter(({ fileId }) => wanted.includes(fileId)).map(({ fileId }) => fileId)
  const added = wanted.filter((id) => !kept.includes(id))
  if (kept.length < stands.length)
    await tx.consultationPartFile.deleteMany({ where: { partId, fileId: { notIn: kept } } })
  if (added.length === 0) return
  await attachFiles(tx, actor, added)
  const next = (stands.at(-1)?.position ?? -1) + 1
  await tx.consultationPartFile.createMany({
    data: added.map((fileId, index) => ({
      partId,
      fileId,
      consultationId,
      accountId,
      position: next + index,
    })),
  })
}

/** The files of a draft's parts, in the order of the parts. */
const filesOfDraft = (tx: Tx, assemblyId: string) =>
  tx.consultationPartFile.findMany({
    where: { part: { assemblyId, withdrawnAt: null } },
    orderBy: [{ part: { position: 'asc' } }, { position: 'asc' }],
    select: { partId: true, fileId: true, goesAlong: true },
  })

/**
 * Chooses which of them the customer gets. Returns whether that changes anything.
 * @throws Invalid for a file that is none of theirs
 */
export async function chooseFiles(tx: Tx, assemblyId: string, fileIds: readonly string[]): Promise<boolean> {
  const files = await filesOfDraft(tx, assemblyId)
  if (fileIds.some((id) => !files.some(({ fileId }) => fileId === id)))
    throw new Invalid('fileIds', 'parts:error.fileGone')
  const changed = files.filter(({ fileId, goesAlong }) => goesAlong !== fileIds.includes(fileId))
  for (const { partId, fileId, goesAlong } of changed)
    await tx.consultationPartFile.update({
      where: { partId_fileId: { partId, fileId } },
      data: { goesAlong: !goesAlong },
    })
  return changed.length > 0
}

/** Puts what was chosen beside the answer that was just given. */
export async function sendAlong(
  tx: Tx,
  { assemblyId, messageId }: { assemblyId: string; messageId: string },
  place: { consultationId: string; accountId: string },
): Promise<void> {
  const files = (await filesOfDraft(tx, assemblyId)).filter(({ goesAlong }) => goesAlong)
  const ids = [...new Set(files.map(({ fileId }) => fileId))]
  if (ids.length === 0) return
  await tx.messageFile.createMany({
    data: ids.map((fileId, position) => ({ ...place, messageId, fileId, position, lane: 'shared' as const })),
  })
}
