import { requireId } from '#app/domain/access/ids.ts'
import { record } from '#app/domain/events/record.server.ts'
import type { StoredFile } from '#app/domain/files/serve.server.ts'
import { transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { guestEvents } from '../events.ts'
import type { Seat } from '../queries/seats.server.ts'
import { getGuestConsultation, listGuestFiles } from '../queries/thread.server.ts'
import { namedFor } from './write.server.ts'

/**
 * A file of a message that the guest sees, with what serving it needs; that it is taken is recorded from its beginning on.
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
    if (!(await listGuestFiles(tx)).some((each) => each.id === id)) throw new NotFound()
    const file = await unscopedPrisma().file.findUniqueOrThrow({ where: { id } })
    if (firstByte(file) === 0) {
      const payload = { ...namedFor(seat, place), fileId: id, fileName: file.name }
      await record(tx, seat, guestEvents.guestDownloaded(place, payload))
    }
    return file
  })
}
