import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import type { DocumentRecord, VersionRecord } from '../queries/document.server.ts'

export function newestVersion(document: DocumentRecord): VersionRecord {
  const [newest] = document.versions
  if (!newest) throw new NotFound()
  return newest
}

/**
 * Takes a version from the state that it was found in to the next one.
 * @throws Conflict when somebody else moved it at the same moment.
 */
export async function moveVersion(
  tx: Tx,
  version: VersionRecord,
  data: Prisma.DocumentVersionUncheckedUpdateManyInput,
  refusal = 'common:error.changed',
): Promise<void> {
  const { count } = await tx.documentVersion.updateMany({
    where: { id: version.id, status: version.status, submittedAt: version.submittedAt },
    data: { ...data, updatedAt: now() },
  })
  if (count !== 1) throw new Conflict(refusal)
}
