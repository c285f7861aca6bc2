import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'

interface OpenedFile {
  fileId: string
  version: { id: string; document: { id: string; organizationId: string } }
}

/** Opening a file again within this time is the same opening. */
const sameOpening = 5 * 60_000

/** Records that a customer's member opened a file in the viewer; it was found to see it. Nothing on the supplier's side. */
export async function recordFileOpening(actor: Actor, { fileId, version }: OpenedFile): Promise<void> {
  if (actor.side !== 'customer') return
  await transact(async (tx) => {
    await keepReading(tx, actor, version)
    const at = now()
    await tx.$executeRaw`
      INSERT INTO document_file_reading AS f
        (version_id, membership_id, file_id, document_id, account_id, open_count, first_opened_at, last_opened_at)
      SELECT r.version_id, r.membership_id, ${fileId}::uuid, r.document_id, r.account_id, 1, ${at}, ${at}
      FROM document_reading r
      WHERE r.version_id = ${version.id}::uuid AND r.membership_id = ${actor.membershipId}::uuid
      ON CONFLICT (version_id, membership_id, file_id) DO UPDATE
        SET open_count = f.open_count + 1, first_opened_at = coalesce(f.first_opened_at, ${at}), last_opened_at = ${at}
        WHERE f.last_opened_at IS NULL OR f.last_opened_at < ${new Date(at.getTime() - sameOpening)}`
  })
}

/** The reading of the version, which a file may be opened before. */
async function keepReading(tx: Tx, actor: Actor, { id, document }: OpenedFile['version']): Promise<void> {
  const at = now()
  await tx.$executeRaw`
    INSERT INTO document_reading
      (version_id, membership_id, document_id, account_id, open_count, first_opened_at, last_opened_at)
    SELECT ${id}::uuid, ${actor.membershipId}::uuid, ${document.id}::uuid, a.id, 0, ${at}, ${at}
    FROM account a WHERE a.supplier_id = ${document.organizationId}::uuid AND a.customer_id = ${actor.organizationId}::uuid
    ON CONFLICT (version_id, membership_id) DO NOTHING`
}
