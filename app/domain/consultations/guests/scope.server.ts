import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'

/** Of both sides, where the consultation is seen. */
export function visibleGuests(actor: Actor): Prisma.ConsultationGuestWhereInput {
  return { consultation: visibleConsultations(actor) }
}

/** Who of a third organization reads what is written now, invited or there. */
export const guestsReading = () =>
  ({
    guests: {
      where: { endedAt: null, endsAt: { gt: now() } },
      orderBy: { id: 'asc' },
      select: { name: true, organizationName: true },
    },
  }) satisfies Prisma.ConsultationSelect
