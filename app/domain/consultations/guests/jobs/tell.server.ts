import type { Reaction } from '#app/domain/events/on-event.server.ts'
import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { consultationNumber } from '../../consultation.ts'

/** What puts a message before both sides. */
const written = ['messagePosted', 'answered', 'reopened', 'guestWrote'].map((name) => `consultation.${name}`)

/**
 * The reaction that tells guests by mail that something was written for them to read: that, and by whom, and not what, so
 * nothing of it lies anywhere once their time is over. Event ids follow time: what was told of is not told again.
 */
export const tellGuests: Reaction = async ({ id, type, side, subjectId, actorId, actorName }) => {
  if (!written.includes(type) || side !== null) return
  await unscopedPrisma().$transaction(async (tx) => {
    const guests = await tx.consultationGuest.updateManyAndReturn({
      where: {
        ...{ consultationId: subjectId, wantsMail: true, endedAt: null, endsAt: { gt: now() } },
        membershipId: { not: null },
        member: { deactivatedAt: null },
        consultation: { status: { not: 'merged' }, account: { closedAt: null } },
        OR: [{ toldEventId: null }, { toldEventId: { lt: id } }],
      },
      data: { toldEventId: id },
      select: { id: true, membershipId: true, consultation: { select: { number: true } } },
    })
    for (const guest of guests.filter(({ membershipId }) => membershipId !== actorId)) {
      await tell(tx, guest, actorName)
    }
  })
}

interface Told {
  id: string
  membershipId: string | null
  consultation: { number: number }
}

async function tell(tx: Tx, { id, membershipId, consultation }: Told, writtenBy: string): Promise<void> {
  const { name, user } = await tx.membership.findUniqueOrThrow({
    where: { id: membershipId ?? '' },
    select: { name: true, user: { select: { id: true, email: true, language: true } } },
  })
  await queueMail(tx, {
    ...{ to: user.email, userId: user.id, language: user.language, template: 'guestMessage' as const },
    props: {
      ...{ name, writtenBy, number: consultationNumber(consultation.number) },
      url: environment().publicUrl + paths.guest(`/${id}`),
    },
  })
}

/** What happens to a part that its guest hears of. */
const told = {
  'consultation.partAsked': 'asked',
  'consultation.partChanged': 'changed',
  'consultation.partReturned': 'returned',
  'consultation.partWithdrawn': 'withdrawn',
  'consultation.partSoon': 'soon',
  'consultation.partMissed': 'missed',
} as const
type ToldType = keyof typeof told

/**
 * The reaction that tells the guest who owns a part of it, by mail: by when, and not what, as with messages. What was told of is not
 * told again: the part keeps its newest.
 */
export const tellGuestOfPart: Reaction = async ({ id, type, payload, actorName }) => {
  if (!(type in told)) return
  const { partId } = payload as { partId?: unknown }
  if (typeof partId !== 'string') return
  await unscopedPrisma().$transaction(async (tx) => {
    const part = await tx.consultationPart.findFirst({
      where: {
        id: partId,
        guest: { endedAt: null, wantsMail: true, endsAt: { gt: now() }, member: { deactivatedAt: null } },
        consultation: { status: { not: 'merged' }, account: { closedAt: null } },
      },
      select: {
        dueOn: true,
        consultation: { select: { number: true } },
        guest: {
          select: {
            id: true,
            member: { select: { name: true, user: { select: { id: true, email: true, language: true } } } },
          },
        },
      },
    })
    if (!part?.guest?.member) return
    const { guest } = part
    const { count } = await tx.consultationPart.updateMany({
      where: { id: partId, OR: [{ toldEventId: null }, { toldEventId: { lt: id } }] },
      data: { toldEventId: id },
    })
    if (count === 0) return
    const { name, user } = part.guest.member
    await queueMail(tx, {
      ...{ to: user.email, userId: user.id, language: user.language, template: 'guestPart' as const },
      props: {
        ...{ name, by: actorName, what: told[type as ToldType], dueOn: dayOf(part.dueOn) },
        number: consultationNumber(part.consultation.number),
        url: `${environment().publicUrl}${paths.guest(`/${guest.id}/parts/${partId}`)}`,
      },
    })
  })
}
