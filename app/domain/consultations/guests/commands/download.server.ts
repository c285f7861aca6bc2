import { requireId } from '#app/domain/access/ids.ts'
import { record } from '#app/domain/events/record.server.ts'
import type { StoredFile } from '#app/domain/files/serve.server.ts'
import { type Tx, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { partEvents } from '../../parts/events.ts'
import { guestEvents } from '../events.ts'
import { listGuestPartFiles, listGuestParts } from '../queries/parts.server.ts'
import type { Seat } from '../queries/seats.server.ts'
import { getGuestConsultation, listGuestFiles } from '../queries/thread.server.ts'
import { namedFor, numbered } from './write.server.ts'

/**
 * A file of a message that the guest sees, or of a contribution of its own, with what serving it needs; that it is taken is recorded from its beginning on.
 * @throws NotFound
 */
export async function downloadAsGuest(
  seat: Seat,
  fileId: string | undefined,
  firstByte: (file: StoredFile) => number | null,
) {
  const id = requireId(fileId)
  return transact(async (tx) => {
    const place = await getGuestConsultation(tx)
    const isShared = (await listGuestFiles(tx)).some((each) => each.id === id)
    const part = isShared ? null : await findPartOf(tx, id)
    if (!(isShared || part)) throw new NotFound()
    const file = await unscopedPrisma().file.findUniqueOrThrow({ where: { id } })
    if (firstByte(file) !== 0) return file
    const taken = { fileId: id, fileName: file.name }
    const event = part
      ? partEvents.partFileDownloaded(place, { ...numbered(place), ...part, ...taken, told: [] }, 'supplier')
      : guestEvents.guestDownloaded(place, { ...namedFor(seat, place), ...taken })
    await record(tx, seat, event)
    return file
  })
}

/** The guest's own part to which a file was added: the other side knows of neither. */
async function findPartOf(tx: Tx, fileId: string) {
  const file = (await listGuestPartFiles(tx)).find(({ id }) => id === fileId)
  const part = file && (await listGuestParts(tx)).find(({ id }) => id === file.partId)
  return part ? { partId: part.id, question: part.question, function: part.function } : null
}
