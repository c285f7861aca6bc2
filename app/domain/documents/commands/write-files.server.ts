import type { Actor } from '#app/domain/access/actor.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { pictureIds, pictureTypes } from '../writing/pictures.ts'

interface Version {
  id: string
  documentId: string
}

/**
 * Writes the files of a draft: in the order of the form, then the pictures of its text. They are those that a version of
 * the document has already, and uploads of the actor's own.
 * @throws Invalid at `fileIds`
 */
export async function writeFiles(
  tx: Tx,
  actor: Actor,
  version: Version,
  { fileIds, body }: { fileIds: string[]; body: string },
): Promise<void> {
  const pictures = await picturesOf(tx, actor, version, body)
  const wanted = [...new Set([...fileIds, ...pictures])]
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

/** The pictures that a text shows, as far as they are files of its document or uploads of the actor's own. */
async function picturesOf(tx: Tx, actor: Actor, { documentId }: Version, body: string): Promise<string[]> {
  const ids = pictureIds(body)
  if (ids.length === 0) return []
  const found = await tx.file.findMany({
    where: {
      id: { in: ids },
      type: { in: [...pictureTypes] },
      OR: [
        { uploadedById: actor.membershipId, status: 'complete', attachedAt: null },
        { versions: { some: { documentId, organizationId: actor.organizationId } } },
      ],
    },
    select: { id: true },
  })
  const known = new Set(found.map(({ id }) => id))
  return ids.filter((id) => known.has(id))
}

/** Adds the pictures of a text that is saved while it is being written; its other files stay as they are. */
export async function addPictures(tx: Tx, actor: Actor, version: Version, body: string): Promise<void> {
  if (pictureIds(body).length === 0) return
  const links = await tx.documentVersionFile.findMany({
    where: { versionId: version.id },
    orderBy: { position: 'asc' },
    select: { fileId: true },
  })
  await writeFiles(tx, actor, version, { fileIds: links.map(({ fileId }) => fileId), body })
}

export async function linkFiles(tx: Tx, actor: Actor, version: Version, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx.$executeRaw`
    INSERT INTO document_version_file (version_id, document_id, organization_id, file_id, position)
    SELECT ${version.id}::uuid, ${version.documentId}::uuid, ${actor.organizationId}::uuid, f.id, f.place - 1
    FROM unnest(${fileIds}::text[]::uuid[]) WITH ORDINALITY AS f (id, place)
    ON CONFLICT (version_id, file_id) DO UPDATE SET position = excluded.position`
}
