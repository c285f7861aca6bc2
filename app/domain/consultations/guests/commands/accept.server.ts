import { unscopedVerifiedUser } from '#app/domain/auth/commands/sign-in.server.ts'
import { invitationLimit, placeOfRequest } from '#app/domain/auth/limits.server.ts'
import { hashPassword, requireStrongPassword } from '#app/domain/auth/password.server.ts'
import { openSession, type SignedIn } from '#app/domain/auth/session.server.ts'
import { hashToken } from '#app/domain/auth/token.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { ConsultationGuest } from '#app/platform/database/client/client.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { guestEvents } from '../events.ts'
import { type FoundGuest, findGuest } from '../queries/invitation.server.ts'

export interface GuestAcceptance {
  name?: string
  password?: string
}

/**
 * Accepts the invitation of a guest by its link, which works once: makes a membership that is for this consultation alone, in an
 * organization that has no account. What the person is elsewhere stays as it is. Returns the cookie of a new session, or null.
 * @throws Conflict when the link no longer works or belongs to somebody else, Invalid, TooMany
 */
export async function acceptAsGuest(
  token: string,
  signedIn: SignedIn | null,
  given: GuestAcceptance,
): Promise<{ id: string; cookie: string | null }> {
  await invitationLimit.take(placeOfRequest())
  const found = await findGuest(token)
  if (found?.state !== 'invited') throw new Conflict('guests:error.invitationOver')
  if (signedIn && signedIn.email !== found.email) throw new Conflict('guests:error.invitationOther')
  const person = await unscopedIdentify(found, signedIn, given)
  const { id, userId } = await unscopedPrisma().$transaction((tx) =>
    unscopedJoin(tx, hashToken(token), person),
  )
  return { id, cookie: signedIn ? null : await openSession(userId, null) }
}

interface Person {
  userId: string | null
  passwordHash: string | null
  name: string
}

/** The link proves the address; a known person proves itself by session or password as well. */
async function unscopedIdentify(
  { email, name: invited, organizationName, isKnown }: FoundGuest,
  signedIn: SignedIn | null,
  { name = invited, password = '' }: GuestAcceptance,
): Promise<Person> {
  if (signedIn) return { userId: signedIn.userId, passwordHash: null, name: invited }
  if (isKnown) {
    return { userId: await unscopedVerifiedUser(email, password), passwordHash: null, name: invited }
  }
  requireStrongPassword('password', password, { email, name, organizationName })
  return { userId: null, passwordHash: await hashPassword(password), name }
}

async function unscopedJoin(tx: Tx, tokenHash: string, person: Person) {
  const [guest] = await tx.consultationGuest.updateManyAndReturn({
    where: {
      ...{ tokenHash, acceptedAt: null, endedAt: null, endsAt: { gt: now() } },
      consultation: { status: { not: 'merged' }, account: { closedAt: null } },
    },
    data: { acceptedAt: now(), name: person.name },
  })
  if (!guest) throw new Conflict('guests:error.invitationOver')
  const userId = person.userId ?? (await unscopedMakeUser(tx, guest, person.passwordHash))
  const { organizationName, language, timeZone, side, name } = guest
  const organization = await tx.organization.create({ data: { name: organizationName, language, timeZone } })
  const seat = { userId, organizationId: organization.id, side, name, isGuest: true, createdAt: now() }
  const { id: membershipId } = await tx.membership.create({ data: seat })
  await tx.consultationGuest.update({ where: { id: guest.id }, data: { membershipId } })
  await recordJoin(tx, guest, { membershipId, name, organizationId: organization.id })
  return { id: guest.id, userId }
}

async function recordJoin(
  tx: Tx,
  guest: ConsultationGuest,
  who: Parameters<typeof record>[1],
): Promise<void> {
  const consultation = await tx.consultation.findUniqueOrThrow({ where: { id: guest.consultationId } })
  const { id: guestId, name, organizationName: guestOrganization } = guest
  const payload = { ...namedConsultation(consultation), guestId, name, guestOrganization }
  await record(tx, who, guestEvents.guestJoined(consultation, { ...payload, endsOn: dayOf(guest.endsOn) }))
}

/** Somebody who has an entry without a password gets the one that was just set. */
async function unscopedMakeUser(
  tx: Tx,
  guest: ConsultationGuest,
  passwordHash: string | null,
): Promise<string> {
  const { email, language, timeZone } = guest
  const user = await tx.user.upsert({
    where: { email },
    create: { email, language, timeZone, createdAt: now() },
    update: {},
    select: { id: true, credential: { select: { userId: true } } },
  })
  if (user.credential || !passwordHash) throw new Conflict('common:error.changed')
  await tx.credential.create({ data: { userId: user.id, passwordHash, updatedAt: now() } })
  return user.id
}
