import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { sidesOf } from '../../queries/act.server.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { guestState } from '../guest.ts'
import { guestPolicy } from '../policy.ts'
import { visibleGuests } from '../scope.server.ts'

/**
 * Who of a third organization takes part in a consultation, for both sides: the address is known to the side that invited.
 * @throws NotFound
 */
export async function openGuests(actor: Actor, id: string, db: Database = prisma) {
  const known = await getConsultation(actor, id, db)
  const rows = await db.consultationGuest.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ consultationId: known.id, endedAt: null }, visibleGuests(actor)] },
    select: {
      ...{
        id: true,
        name: true,
        organizationName: true,
        email: true,
        side: true,
        grade: true,
        revision: true,
      },
      ...{ endsOn: true, timeZone: true, endsAt: true, acceptedAt: true, endedAt: true, seesFrom: true },
      invitedBy: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  })
  const guests = rows.map(({ email, invitedBy, endsOn, endsAt, acceptedAt, endedAt, grade, ...row }) => ({
    ...row,
    grade: grade === 'write' ? ('write' as const) : ('read' as const),
    ...{ endsOn: dayOf(endsOn), state: guestState({ endsAt, acceptedAt, endedAt }, now()) },
    ...{ email: row.side === actor.side ? email : null, invitedBy: invitedBy.name },
    canChange: guestPolicy.change(actor, known, row.side),
    canEnd: guestPolicy.end(actor, known),
  }))
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    ...{ guests, canInvite: guestPolicy.invite(actor, known), sides: await sidesOf(known) },
  }
}
export type GuestShown = Awaited<ReturnType<typeof openGuests>>['guests'][number]

/**
 * For the page that invites.
 * @throws NotFound, Forbidden
 */
export async function openInviting(actor: Actor, id: string) {
  const known = await getConsultation(actor, id)
  authorize(guestPolicy.invite(actor, known))
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    ...{ sides: await sidesOf(known), timeZone: actor.timeZone, language: actor.language },
  }
}

/**
 * One who may be given another day or taken out, to be asked first.
 * @throws NotFound
 */
export async function openGuest(actor: Actor, id: string, guestId: string, may: 'canChange' | 'canEnd') {
  const { consultation, guests } = await openGuests(actor, id)
  const guest = guests.find((each) => each.id === guestId && each[may])
  if (!guest) throw new NotFound()
  return { consultation, guest, timeZone: actor.timeZone }
}

/** Before somebody writes for both sides: who of a third organization reads it, invited or there. */
export function listGuestsReading(actor: Actor, consultationId: string, db: Database = prisma) {
  return db.consultationGuest.findMany({
    where: { AND: [{ consultationId, endedAt: null, endsAt: { gt: now() } }, visibleGuests(actor)] },
    select: { name: true, organizationName: true },
    orderBy: { id: 'asc' },
  })
}
