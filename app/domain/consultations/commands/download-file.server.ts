import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { isDownloadKnown } from '#app/domain/files/downloads.server.ts'
import type { StoredFile } from '#app/domain/files/serve.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { laneSides } from '../consultation.ts'
import { consultationEvents } from '../events.ts'
import { getConsultation, namedConsultation } from '../queries/consultation.server.ts'
import { getMessageFile } from '../queries/thread.server.ts'

/**
 * Finds a file through its message and records that the actor takes it: `firstByte` says what of it is sent, null for
 * nothing. Ranges behind the beginning belong to a download that was recorded within the hour. Returns what serving needs.
 */
export async function downloadFile(
  actor: Actor,
  id: { consultationId: string; fileId: string },
  firstByte: (file: StoredFile) => number | null,
) {
  return transact(async (tx) => {
    const { file, lane, messageId } = await getMessageFile(actor, id, tx)
    const { consultationId: subjectId, fileId } = id
    const download = {
      type: 'consultation.fileDownloaded',
      subjectId,
      file: { path: 'fileId', equals: fileId },
    }
    const start = firstByte(file)
    if (start === null || (start > 0 && (await isDownloadKnown(tx, actor, download)))) return file
    const consultation = await getConsultation(actor, subjectId, tx)
    const payload = { ...namedConsultation(consultation), messageId, fileId, fileName: file.name }
    await record(tx, actor, consultationEvents.fileDownloaded(consultation, payload, laneSides[lane]))
    return file
  })
}
