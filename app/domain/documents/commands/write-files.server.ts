import type { Actor } from '#app/domain/access/actor.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'

interface Version {
  id: string
  documentId: string
}

/**
 * Writes the files of a draft, in the order of the form: those that a version of the document has already, and
 * uploads of the actor's own.
 * @throws Invalid at `fileIds`
 */
export async function writeFiles(tx: Tx, actor: Actor, version: Version, fileIds: string[]): Promise<void> {
  const wanted = [...new Set(fileIds)]
  const known = await tx.documentVersionFile.findMany({
    where: { documentId: version.documentId, organizationId: actor.organizationId, fileId: { in: wanted } },
    distinct: ['fileId'],
    select: { fileId: true },
  })
  const kept = new Set(known.map((each) => each.fileId))
  await attachFiles(
    tx,
    actor,
    wanted.filter((id) => !kept.has(id)),
  )
  await tx.documentVersionFile.deleteMany({ where: { versionId: version.id } })
  await linkFiles(tx, actor, version, wanted)
}

export async function linkFiles(tx: Tx, actor: Actor, version: Version, fileIds: string[]): Promise<void> {
  await tx.documentVersionFile.createMany({
    data: fileIds.map((fileId, position) => ({
      versionId: version.id,
      documentId: version.documentId,
      organizationId: actor.organizationId,
      fileId,
      position,
    })),
  })
}
