import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { guestEvents } from '../events.ts'
import type { GuestChange, GuestEnding } from '../forms.ts'
import { guestPolicy } from '../policy.ts'
import { visibleGuests } from '../scope.server.ts'
import { untilEndOf } from '../until.server.ts'

/**
 * Another last day, by the side that invited: in the zone of whoever sets it.
 * @throws NotFound, Forbidden, Invalid, Conflict when somebody else was faster
 */
export async function changeGuest(actor: Actor, id: string, { guestId, revision, endsOn }: GuestChange) {
  await transact(async (tx) => {
    const { known, guest, payload } = await openGuest(tx, actor, id, guestId)
    authorize(guestPolicy.change(actor, known, guest.side))
    const until = untilEndOf(endsOn, actor.timeZone)
    const { count } = await tx.consultationGuest.updateMany({
      where: { id: guestId, revision, endedAt: null },
      data: { ...until, remindedAt: null, revision: { increment: 1 } },
    })
    if (count !== 1) throw new Conflict('guests:error.changed', { name: guest.name })
    await record(tx, actor, guestEvents.guestChanged(known, { ...payload, endsOn }))
  })
}

/**
 * Ends it, by either side: from this moment nothing opens any more.
 * @throws NotFound, Forbidden, Conflict when somebody else was faster
 */
export async function endGuest(actor: Actor, id: string, { guestId, revision }: GuestEnding): Promise<void> {
  await transact(async (tx) => {
    const { known, guest, payload } = await openGuest(tx, actor, id, guestId)
    authorize(guestPolicy.end(actor, known))
    const { count } = await tx.consultationGuest.updateMany({
      where: { id: guestId, revision, endedAt: null },
      data: { endedAt: now(), endedById: actor.membershipId, revision: { increment: 1 } },
    })
    if (count !== 1) throw new Conflict('guests:error.changed', { name: guest.name })
    await record(tx, actor, guestEvents.guestEnded(known, payload))
  })
}

async function openGuest(tx: Tx, actor: Actor, id: string, guestId: string) {
  const known = await getConsultation(actor, id, tx)
  const guest = await tx.consultationGuest.findFirst({
    where: { AND: [{ id: requireId(guestId), consultationId: known.id }, visibleGuests(actor)] },
    select: { id: true, side: true, name: true, organizationName: true },
  })
  if (!guest) throw new NotFound()
  const { name, organizationName: guestOrganization } = guest
  return { known, guest, payload: { ...namedConsultation(known), guestId, name, guestOrganization } }
}
