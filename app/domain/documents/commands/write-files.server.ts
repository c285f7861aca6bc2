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
  // What stays keeps its link: the database lets a file be linked that is one's own upload or stands here already.
  await tx.documentVersionFile.deleteMany({ where: { versionId: version.id, fileId: { notIn: wanted } } })
  await linkFiles(tx, actor, version, wanted)
}

export async function linkFiles(tx: Tx, actor: Actor, version: Version, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx.$executeRaw`
    INSERT INTO document_version_file (version_id, document_id, organization_id, file_id, position)
    SELECT ${version.id}::uuid, ${version.documentId}::uuid, ${actor.organizationId}::uuid, f.id, f.place - 1
    FROM unnest(${fileIds}::text[]::uuid[]) WITH ORDINALITY AS f (id, place)
    ON CONFLICT (version_id, file_id) DO UPDATE SET position = excluded.position`
}
