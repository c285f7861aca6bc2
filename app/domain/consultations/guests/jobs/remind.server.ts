import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { guestEvents } from '../events.ts'

const days = 3 * 86_400_000

/**
 * The job, each hour: tells whoever invited a guest that its time ends in three days. The mark in the row is the lock: of two
 * processes one tells.
 */
export async function remindOfGuests(): Promise<void> {
  const at = now()
  await unscopedPrisma().$transaction(async (tx) => {
    const ending = await tx.consultationGuest.updateManyAndReturn({
      where: {
        ...{ remindedAt: null, endedAt: null, acceptedAt: { not: null } },
        endsAt: { gt: at, lte: new Date(at.getTime() + days) },
      },
      data: { remindedAt: at },
      include: { consultation: true },
    })
    for (const { id, name, organizationName, consultation, endsOn, invitedById } of ending) {
      const guest = { guestId: id, name, guestOrganization: organizationName, endsOn: dayOf(endsOn) }
      const payload = { ...namedConsultation(consultation), ...guest, memberId: invitedById }
      await record(tx, null, guestEvents.guestEndsSoon(consultation, payload))
    }
  })
}
