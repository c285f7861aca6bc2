import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { record } from '#app/domain/events/record.server.ts'
import { isDownloadKnown } from '#app/domain/files/downloads.server.ts'
import type { StoredFile } from '#app/domain/files/serve.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { partEvents } from '../events.ts'
import { partPolicy } from '../policy.ts'
import { getPart, type PartPlace } from '../queries/part.server.ts'

/**
 * Finds a file through the contribution that it belongs to and records that the actor takes it, as for a file of a message.
 * @throws NotFound: what is not handed in is read by whoever writes it
 */
export async function downloadPartFile(
  actor: Actor,
  { fileId, ...place }: PartPlace & { fileId: string },
  firstByte: (file: StoredFile) => number | null,
) {
  return transact(async (tx) => {
    const known = await getConsultation(actor, place.consultationId, tx)
    const part = await getPart(tx, actor, known, place.partId)
    const found = await tx.consultationPartFile.findFirst({
      where: { partId: part.id, fileId: requireId(fileId) },
      select: { file: true },
    })
    if (!found || !(part.contributedAt || partPolicy.contribute(actor, known, part))) throw new NotFound()
    const { file } = found
    const start = firstByte(file)
    const download = {
      type: 'consultation.partFileDownloaded',
      subjectId: known.id,
      file: { path: 'fileId', equals: fileId },
    }
    if (start === null || (start > 0 && (await isDownloadKnown(tx, actor, download)))) return file
    const about = { partId: part.id, question: part.question, function: part.function, told: [] }
    const payload = { ...namedConsultation(known), ...about, fileId, fileName: file.name }
    await record(tx, actor, partEvents.partFileDownloaded(known, payload, 'supplier'))
    return file
  })
}
