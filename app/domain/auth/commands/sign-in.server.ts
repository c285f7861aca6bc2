import { setTimeout as wait } from 'node:timers/promises'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { userEvents } from '../events.ts'
import type { SignInInput } from '../forms.ts'
import { placeOfRequest, signInLimit } from '../limits.server.ts'
import { verifyPassword } from '../password.server.ts'
import { unscopedFirstMembership } from '../queries.server.ts'
import { subjectOf, unscopedRecordFor } from '../record.server.ts'
import { closeSession, openSession, type SignedIn } from '../session.server.ts'

/** A refusal takes at least this long, in milliseconds: longer than what is done for a known address alone. */
const refusalTime = 250

/**
 * Checks address and password and opens a session; returns its cookie.
 * @throws Invalid with one and the same sentence for an unknown address and a wrong password.
 * @throws TooMany
 */
export async function signIn({ email, password }: Omit<SignInInput, 'to'>): Promise<string> {
  const userId = await unscopedVerifiedUser(email, password)
  const membershipId = await unscopedPrisma().$transaction(async (tx) => {
    const first = await unscopedFirstMembership(userId, tx)
    await unscopedRecordFor(tx, first, (actor) => userEvents.signedIn(subjectOf(actor), {}, actor.side))
    return first
  })
  // Lucia asks for a connection of its own: inside the transaction, five sign-ins at once would wait for each other.
  return openSession(userId, membershipId)
}

/**
 * The person whose address and password these are.
 * @throws Invalid, TooMany
 */
export async function unscopedVerifiedUser(email: string, password: string): Promise<string> {
  const place = placeOfRequest()
  const started = performance.now()
  await signInLimit.place.take(place)
  await signInLimit.address.take(`${email} ${place}`)
  const user = await unscopedPrisma().user.findUnique({
    where: { email },
    select: { id: true, credential: { select: { passwordHash: true } } },
  })
  const isRight = await verifyPassword(user?.credential?.passwordHash, password)
  if (user && isRight) {
    await Promise.all([signInLimit.place.giveBack(place), signInLimit.address.forget(`${email} ${place}`)])
    return user.id
  }
  if (user) await unscopedRecordRefusal(user.id)
  await wait(Math.max(0, refusalTime - (performance.now() - started)))
  throw new Invalid('password', 'auth:error.signIn')
}

/** Nobody is the actor: it may have been somebody else who tried. */
async function unscopedRecordRefusal(userId: string): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    const membershipId = await unscopedFirstMembership(userId, tx)
    const person = membershipId ? await unscopedFindActor(membershipId, tx) : null
    if (!person) return
    await record(tx, null, userEvents.signInRefused(subjectOf(person), { name: person.name }, person.side))
  })
}

/** Ends the present session; returns the cookie that clears it. */
export async function signOut(request: Request, signedIn: SignedIn | null): Promise<string> {
  const { actor } = signedIn ?? {}
  if (actor) {
    await unscopedPrisma().$transaction((tx) =>
      record(tx, actor, userEvents.signedOut(subjectOf(actor), {}, actor.side)),
    )
  }
  return closeSession(request)
}
