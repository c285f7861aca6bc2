import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { laneSides } from '../consultation.ts'
import { consultationEvents } from '../events.ts'
import { getConsultation, namedConsultation } from '../queries/consultation.server.ts'
import { getMessageFile } from '../queries/thread.server.ts'

/** Finds a file through its message and records that the actor takes it. Returns what serving it needs. */
export async function downloadFile(actor: Actor, consultationId: string, fileId: string) {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    const { file, lane, messageId } = await getMessageFile(actor, { consultationId, fileId }, tx)
    const payload = { ...namedConsultation(consultation), messageId, fileId, fileName: file.name }
    await record(tx, actor, consultationEvents.fileDownloaded(consultation, payload, laneSides[lane]))
    return file
  })
}
