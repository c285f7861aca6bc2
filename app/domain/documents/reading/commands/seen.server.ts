import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleDocuments, visibleVersions } from '../../scope.server.ts'
import type { SeenInput } from '../forms.ts'
import { beat } from '../reading.ts'

/**
 * Credits the time for which a version, or a file of it, stood in view of a customer's member. Never more than has passed
 * since the member's last beat, whichever page it came from: several windows do not count twice, and nobody can claim a
 * day. A beat leaves no event: the evidence is the record.
 * @throws NotFound
 */
export async function recordSeen(actor: Actor, documentId: string, input: SeenInput): Promise<void> {
  await transact(async (tx) => {
    const version = await findVersion(tx, actor, documentId, input)
    if (!version) throw new NotFound()
    if (actor.side !== 'customer') return
    await credit(tx, actor, version.id, input.milliseconds)
    if (input.fileId) await keepPages(tx, actor, version.id, input)
  })
}

function findVersion(tx: Tx, actor: Actor, documentId: string, { version, fileId }: SeenInput) {
  if (!isId(documentId)) return null
  return tx.documentVersion.findFirst({
    where: {
      AND: [visibleVersions(actor), { documentId, version, document: visibleDocuments(actor) }],
      ...(fileId ? { files: { some: { fileId } } } : {}),
    },
    select: { id: true },
  })
}

/** In one statement, so that beats that arrive together wait for each other. */
async function credit(tx: Tx, { membershipId }: Actor, versionId: string, claimed: number): Promise<void> {
  const at = now()
  await tx.$executeRaw`
    UPDATE document_reading r
    SET view_milliseconds = r.view_milliseconds + greatest(0, least(${claimed}::int, ${beat.most}::int,
          floor(extract(epoch FROM ${at}::timestamptz - greatest(coalesce(r.last_beat_at, r.last_opened_at), last.at)) * 1000)::int)),
        last_beat_at = ${at}
    FROM (SELECT max(o.last_beat_at) AS at FROM document_reading o WHERE o.membership_id = ${membershipId}::uuid) AS last
    WHERE r.version_id = ${versionId}::uuid AND r.membership_id = ${membershipId}::uuid
      AND coalesce(r.last_beat_at, r.last_opened_at) <= ${at}`
}

/** Only of a file that was opened in the viewer; pages beyond its last one are no pages. */
async function keepPages(
  tx: Tx,
  { membershipId }: Actor,
  versionId: string,
  input: SeenInput,
): Promise<void> {
  const { fileId, pages = [], pageCount = null } = input
  await tx.$executeRaw`
    UPDATE document_file_reading f
    SET page_count = coalesce(f.page_count, ${pageCount}::int),
        pages = (SELECT coalesce(array_agg(DISTINCT page ORDER BY page), '{}')
                 FROM unnest(f.pages || ${pages}::int[]) AS page
                 WHERE page BETWEEN 1 AND coalesce(f.page_count, ${pageCount}::int))
    WHERE f.version_id = ${versionId}::uuid AND f.membership_id = ${membershipId}::uuid
      AND f.file_id = ${fileId}::uuid AND f.open_count > 0`
}
