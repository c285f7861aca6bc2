import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { unscopedVerifiedUser } from '#app/domain/auth/commands/sign-in.server.ts'
import { invitationLimit, placeOfRequest } from '#app/domain/auth/limits.server.ts'
import { hashPassword, requireStrongPassword } from '#app/domain/auth/password.server.ts'
import { openSession, type SignedIn } from '#app/domain/auth/session.server.ts'
import { hashToken } from '#app/domain/auth/token.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Invitation } from '#app/platform/database/client/client.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { accountEvents, memberEvents } from '../events.ts'
import { findInvitation } from '../queries/invitation.server.ts'

/** What the person gives: a known one the password unless signed in, a new one name and password. */
export interface Acceptance {
  /** The own organization that joins a further supplier; else a new one is made. For whoever is signed in. */
  as?: string
  name?: string
  password?: string
}

interface Person {
  userId: string | null
  passwordHash: string | null
  name: string
}

/**
 * Accepts an invitation by the token of its link: it works once. Returns the cookie of a new session, or null when
 * the present one goes on with the new membership.
 * @throws Conflict when the link no longer works or belongs to somebody else, Invalid, TooMany
 */
export async function acceptInvitation(
  token: string,
  signedIn: SignedIn | null,
  given: Acceptance,
): Promise<string | null> {
  await invitationLimit.take(placeOfRequest())
  const invitation = await findInvitation(token)
  if (invitation?.state !== 'open') throw new Conflict('accounts:error.invitationOver')
  if (signedIn && signedIn.email !== invitation.email) throw new Conflict('accounts:error.invitationOther')
  const person = await unscopedIdentify(invitation, signedIn, given)
  const organizationId = given.as ?? null
  const { userId, membershipId } = await unscopedPrisma().$transaction((tx) =>
    organizationId && signedIn
      ? unscopedJoinAs(tx, hashToken(token), { userId: signedIn.userId, organizationId })
      : unscopedJoin(tx, hashToken(token), person),
  )
  if (!signedIn) return openSession(userId, membershipId)
  const session = { id: signedIn.sessionHash, userId }
  await unscopedPrisma().session.updateMany({ where: session, data: { membershipId } })
  return null
}

/** The link proves the address; a known person proves itself by session or password as well. */
async function unscopedIdentify(
  invitation: { email: string; name: string; organizationName: string; isKnown: boolean },
  signedIn: SignedIn | null,
  { name = invitation.name, password = '' }: Acceptance,
): Promise<Person> {
  const { email, organizationName, isKnown } = invitation
  if (signedIn) return { userId: signedIn.userId, passwordHash: null, name: invitation.name }
  if (isKnown) {
    return { userId: await unscopedVerifiedUser(email, password), passwordHash: null, name: invitation.name }
  }
  requireStrongPassword('password', password, { email, name, organizationName })
  return { userId: null, passwordHash: await hashPassword(password), name }
}

async function unscopedTake(tx: Tx, tokenHash: string): Promise<Invitation> {
  const taken = await tx.invitation.updateManyAndReturn({
    where: { tokenHash, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now() } },
    data: { acceptedAt: now() },
  })
  const [invitation] = taken
  if (!invitation) throw new Conflict('accounts:error.invitationOver')
  return invitation
}

/**
 * An organization that is a supplier's customer already takes the new account itself: the one that was made with the
 * account has no members and stays empty. The person keeps the membership and its functions.
 */
async function unscopedJoinAs(tx: Tx, tokenHash: string, own: { userId: string; organizationId: string }) {
  const { accountId, ...invitation } = await unscopedTake(tx, tokenHash)
  const administrator = { ...own, side: 'customer', isAdministrator: true, deactivatedAt: null } as const
  const membership = await tx.membership.findFirst({ where: administrator, select: { id: true } })
  if (!accountId || !membership) throw new Invalid('as', 'common:error.unknown')
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
  const { supplierId, customerId } = account
  const isSupplier = supplierId === own.organizationId
  const known = await tx.account.count({ where: { supplierId, customerId: own.organizationId } })
  if (isSupplier || known > 0) throw new Invalid('as', 'accounts:error.joinedAlready')
  // Somebody of the new organization was faster, or the account was taken over at the same moment.
  const { count } = await tx.account.updateMany({
    where: { id: accountId, customerId, customer: { memberships: { none: {} } } },
    data: { customerId: own.organizationId },
  })
  if (count !== 1) throw new Conflict('common:error.changed')
  await unscopedRecordJoin(tx, { ...invitation, accountId }, membership.id)
  return { userId: own.userId, membershipId: membership.id }
}

async function unscopedJoin(tx: Tx, tokenHash: string, person: Person) {
  const invitation = await unscopedTake(tx, tokenHash)
  const userId = person.userId ?? (await unscopedMakeUser(tx, invitation, person.passwordHash))
  const { organizationId, side, functions, isAdministrator } = invitation
  const granted = { name: person.name, functions, isAdministrator }
  const membership = await tx.membership.upsert({
    where: { userId_organizationId_side: { userId, organizationId, side } },
    create: { userId, organizationId, side, ...granted, createdAt: now() },
    update: { ...granted, deactivatedAt: null },
  })
  await unscopedRecordJoin(tx, invitation, membership.id)
  return { userId, membershipId: membership.id }
}

/** Somebody who has an entry without a password gets the one that was just set. */
async function unscopedMakeUser(
  tx: Tx,
  invitation: Invitation,
  passwordHash: string | null,
): Promise<string> {
  const { email, organizationId } = invitation
  const { language, timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } })
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

async function unscopedRecordJoin(tx: Tx, invitation: Invitation, membershipId: string): Promise<void> {
  const actor = await unscopedFindActor(membershipId, tx)
  if (!actor) return
  const { accountId, inviterId, organizationId, invitedById, side } = invitation
  const payload = { name: actor.name, invitedById }
  const event = accountId
    ? accountEvents.administratorJoined({ id: accountId, organizationId: inviterId, accountId }, payload)
    : memberEvents.joined({ id: membershipId, organizationId }, payload, side)
  await record(tx, actor, event)
}
