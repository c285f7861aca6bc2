import type { Reaction } from '#app/domain/events/on-event.server.ts'
import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
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
