import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { newToken } from '#app/domain/auth/token.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { guestEvents } from '../events.ts'
import type { GuestInput } from '../forms.ts'
import { guestLimits } from '../guest.ts'
import { guestPolicy } from '../policy.ts'
import { untilEndOf } from '../until.server.ts'

/**
 * Invites somebody of a third organization into one consultation until the end of a day in the zone of whoever invites. Both
 * sides are told at once: what they write from here on is read by somebody else.
 * @throws NotFound, Forbidden, Invalid for somebody of one of the two sides, Conflict for who is a guest already or too many
 */
export async function inviteGuest(actor: Actor, id: string, input: GuestInput): Promise<string> {
  return transact(async (tx) => {
    const known = await getConsultation(actor, id, tx)
    authorize(guestPolicy.invite(actor, known))
    const until = untilEndOf(input.endsOn, actor.timeZone)
    // Two who invite at once wait for each other.
    await tx.$queryRaw`SELECT id FROM consultation WHERE id = ${known.id}::uuid FOR UPDATE`
    await requireThird(tx, known, input.email)
    await requireRoom(tx, known.id, input)
    const { token, tokenHash } = newToken()
    const { view, endsOn, ...given } = input
    const guest = await tx.consultationGuest.create({
      data: {
        ...{ ...given, ...until, tokenHash, consultationId: known.id, accountId: known.accountId },
        ...{ side: actor.side, invitedById: actor.membershipId, invitedAt: now() },
        seesFrom: view === 'all' ? null : now(),
      },
      select: { id: true },
    })
    const { name, organizationName, grade } = input
    const payload = {
      ...namedConsultation(known),
      guestId: guest.id,
      name,
      guestOrganization: organizationName,
    }
    await record(tx, actor, guestEvents.guestInvited(known, { ...payload, endsOn, grade }))
    await mailGuestInvitation(tx, actor, { ...input, token, number: payload.number })
    return guest.id
  })
}

/** Who works for one of the two takes part as such. */
async function requireThird(tx: Tx, { accountId }: KnownConsultation, email: string): Promise<void> {
  const { supplierId, customerId } = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
  const own = await tx.membership.findFirst({
    where: { organizationId: { in: [supplierId, customerId] }, isGuest: false, user: { email } },
    select: { id: true },
  })
  if (own) throw new Invalid('email', 'guests:error.ownPeople')
}

async function requireRoom(tx: Tx, consultationId: string, { email }: GuestInput): Promise<void> {
  const present = await tx.consultationGuest.findMany({
    where: { consultationId, endedAt: null },
    select: { email: true },
  })
  if (present.some((each) => each.email === email)) throw new Conflict('guests:error.alreadyThere', { email })
  if (present.length >= guestLimits.guests)
    throw new Conflict('guests:error.tooMany', { max: guestLimits.guests })
}

type Invited = GuestInput & { token: string; number: string }

/** In the language that whoever invites chose; the token stands nowhere else. */
async function mailGuestInvitation(tx: Tx, actor: Actor, invited: Invited): Promise<void> {
  const { email, language, name, number, endsOn, token } = invited
  await queueMail(tx, {
    ...{ to: email, language, template: 'guestInvitation' as const },
    props: {
      ...{ name, number, endsOn, inviterName: actor.name, organizationName: actor.organizationName },
      url: `${environment().publicUrl}${paths.guest(`/invitation/${token}`)}`,
    },
  })
}
