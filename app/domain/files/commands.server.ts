import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { type FileSummary, maxFilesAtOnce } from './file.ts'

/**
 * Takes complete uploads of the actor's own for a record, inside the command that writes the record. The order stays.
 * @throws Invalid at the field `fileIds` when one of them is not there, not complete, or already attached.
 */
export async function attachFiles(tx: Tx, actor: Actor, fileIds: string[]): Promise<FileSummary[]> {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return []
  if (ids.length > maxFilesAtOnce)
    throw new Invalid('fileIds', 'common:file.tooMany', { max: maxFilesAtOnce })
  if (!ids.every(isId)) throw new Invalid('fileIds', 'common:file.missing')
  const own = {
    id: { in: ids },
    uploadedById: actor.membershipId,
    status: 'complete',
    attachedAt: null,
  } as const
  const found = await tx.file.findMany({
    where: own,
    select: { id: true, name: true, size: true, type: true },
  })
  const { count } = await tx.file.updateMany({ where: own, data: { attachedAt: now() } })
  if (found.length !== ids.length || count !== ids.length) throw new Invalid('fileIds', 'common:file.missing')
  const byId = new Map(found.map((file) => [file.id, { ...file, size: Number(file.size) }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
