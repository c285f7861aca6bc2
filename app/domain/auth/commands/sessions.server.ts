import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { userEvents } from '../events.ts'
import type { SettingsInput } from '../forms.ts'
import { subjectOf } from '../record.server.ts'
import type { SignedIn } from '../session.server.ts'

/**
 * Ends one session of the person's own, or without an id all but the present one.
 * @throws NotFound for a session that is not the person's own.
 */
export async function revokeSession(
  actor: Actor | null,
  signedIn: SignedIn,
  sessionId?: string,
): Promise<number> {
  return unscopedPrisma().$transaction(async (tx) => {
    const id = sessionId ?? { not: signedIn.sessionHash }
    const { count } = await tx.session.deleteMany({ where: { userId: signedIn.userId, id } })
    if (sessionId && count === 0) throw new NotFound()
    if (actor) await record(tx, actor, userEvents.sessionRevoked(subjectOf(actor), { count }, actor.side))
    return count
  })
}

/**
 * Lets the person act as another of the own memberships from now on, in this session.
 * @throws NotFound for a membership that is not the person's own, or not active.
 */
export async function switchMembership(signedIn: SignedIn, membershipId: string): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    const actor = await unscopedFindActor(requireId(membershipId), tx)
    if (!actor || actor.userId !== signedIn.userId) throw new NotFound()
    const { count } = await tx.session.updateMany({
      where: { id: signedIn.sessionHash, userId: signedIn.userId },
      data: { membershipId },
    })
    if (count !== 1) throw new NotFound()
    const { organizationName } = actor
    await record(tx, actor, userEvents.membershipSwitched(subjectOf(actor), { organizationName }, actor.side))
  })
}

/** Keeps the person's language, theme and time zone. */
export async function savePreferences(actor: Actor, settings: Partial<SettingsInput>): Promise<void> {
  await transact(async (tx) => {
    const { language, theme, timeZone } = settings
    const user = await tx.user.update({ where: { id: actor.userId }, data: { language, theme, timeZone } })
    const payload = { language: user.language }
    await record(tx, actor, userEvents.preferencesChanged(subjectOf(actor), payload, actor.side))
  })
}

/** The job of each night: forgets sessions and links that are over, and counters of tries. */
export async function sweepSignIns(): Promise<void> {
  const database = unscopedPrisma()
  const at = now()
  await database.session.deleteMany({ where: { expiresAt: { lt: at } } })
  await database.passwordReset.deleteMany({ where: { expiresAt: { lt: at } } })
  await database.rateLimit.deleteMany({ where: { expire: { lt: BigInt(at.getTime()) } } })
}
