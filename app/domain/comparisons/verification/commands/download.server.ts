import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { record } from '#app/domain/events/record.server.ts'
import { isDownloadKnown } from '#app/domain/files/downloads.server.ts'
import type { StoredFile } from '#app/domain/files/serve.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { getComparison, namedComparison } from '../../queries/comparison.server.ts'
import { verificationEvents } from '../events.ts'

/** Finds evidence through the month that it belongs to and records that the actor takes it. @throws NotFound */
export async function downloadEvidence(
  actor: Actor,
  { comparisonId, fileId }: { comparisonId: string; fileId: string },
  firstByte: (file: StoredFile) => number | null,
): Promise<StoredFile> {
  return transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    const found = await tx.verificationFile.findFirst({
      where: { fileId: requireId(fileId), period: { comparisonId: comparison.id } },
      select: { file: true },
    })
    if (!found) throw new NotFound()
    const { file } = found
    const start = firstByte(file)
    const download = {
      type: 'comparison.evidenceDownloaded',
      subjectId: comparison.id,
      file: { path: 'fileId', equals: fileId },
    }
    if (start === null || (start > 0 && (await isDownloadKnown(tx, actor, download)))) return file
    const payload = { ...namedComparison(comparison), fileId, fileName: file.name }
    await record(tx, actor, verificationEvents.evidenceDownloaded(comparison, payload))
    return file
  })
}
