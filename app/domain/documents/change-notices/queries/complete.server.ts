import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import type { DocumentKind } from '../../kinds.ts'

/**
 * A change notice is submitted once it says what changes; a document of another kind at any time.
 * @throws Conflict
 */
export async function requireNotice(
  tx: Tx,
  document: { kind: DocumentKind },
  versionId: string,
): Promise<void> {
  if (document.kind !== 'change_notice') return
  if ((await tx.changeNotice.count({ where: { versionId } })) === 0) {
    throw new Conflict('changeNotices:error.incomplete')
  }
}
