import { uuidv7 } from 'uuidv7'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { consultationNumber, languageOfText } from '../../consultation.ts'
import { guestEvents } from '../events.ts'
import type { Seat } from '../queries/seats.server.ts'
import { getGuestConsultation } from '../queries/thread.server.ts'

/**
 * Writes what a guest says, for both sides. It is neither's: no clock stops, the consultation stays as it is, and nobody is
 * named, cited or quoted by it.
 * @throws NotFound, Forbidden for who reads alone
 */
export async function writeAsGuest(seat: Seat, input: { body: string; fileIds: string[] }): Promise<string> {
  if (seat.grade !== 'write') throw new Forbidden()
  return transact(async (tx) => {
    const place = await getGuestConsultation(tx)
    const messageId = uuidv7()
    await tx.$executeRaw`
      SELECT app_guest_write(${messageId}::uuid, ${input.body}, ${languageOfText(input.body, seat.language)},
                             ${now()}::timestamptz, ${input.fileIds}::uuid[])`
    await record(tx, seat, guestEvents.guestWrote(place, { ...namedFor(seat, place), messageId }))
    return messageId
  })
}

interface Numbered {
  number: number
  subject: string
}

export const numbered = ({ number, subject }: Numbered) => ({ number: consultationNumber(number), subject })

export const namedFor = (seat: Seat, place: Numbered) => ({
  ...numbered(place),
  ...{ guestId: seat.id, name: seat.name, guestOrganization: seat.organizationName },
})
