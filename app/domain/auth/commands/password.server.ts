import { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { addJob } from '#app/platform/jobs.server.ts'
import { userEvents } from '../events.ts'
import type { PasswordChange } from '../forms.ts'
import { forgottenLimit, placeOfRequest, resetLimit } from '../limits.server.ts'
import { hashPassword, requireStrongPassword, verifyPassword } from '../password.server.ts'
import { unscopedFirstMembership } from '../queries.server.ts'
import { subjectOf, unscopedRecordFor } from '../record.server.ts'
import type { SignedIn } from '../session.server.ts'
import { hashToken, newToken } from '../token.server.ts'
import { tellPasswordChanged } from './tell-password.server.ts'

const resetHours = 1

/**
 * Takes note that somebody forgot the password of an address. Whether there is such a person is looked up by a job,
 * so neither the answer nor the time it takes tells.
 * @throws TooMany
 */
export async function askPasswordReset(email: string): Promise<void> {
  const place = placeOfRequest()
  await forgottenLimit.place.take(place)
  await forgottenLimit.address.take(`${email} ${place}`)
  await unscopedPrisma().$transaction((tx) =>
    addJob(tx, 'mailPasswordReset', { email }, { jobKey: `password-reset ${hashToken(email)}` }),
  )
}

/** The job: sends the link, if there is a person of this address. */
export async function mailPasswordReset(payload: unknown): Promise<void> {
  const { email } = z.object({ email: z.string() }).parse(payload)
  await unscopedPrisma().$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, email: true, language: true },
    })
    // A guest has a password as well.
    if (!user || (await tx.membership.count({ where: { userId: user.id, deactivatedAt: null } })) === 0)
      return
    const { token, tokenHash } = newToken()
    const expiresAt = new Date(now().getTime() + resetHours * 3600_000)
    await tx.passwordReset.create({ data: { tokenHash, userId: user.id, expiresAt, createdAt: now() } })
    const url = `${environment().publicUrl}${paths.resetPassword(token)}`
    await queueMail(tx, {
      ...{ userId: user.id, to: user.email, language: user.language },
      template: 'passwordReset',
      props: { url, hours: resetHours },
    })
  })
}

/**
 * Sets a new password by the link of a mail. Every session of the person ends, and every other link.
 * @throws Conflict when the link was used or is too old, Invalid for a password against the rule, TooMany
 */
export async function resetPassword(token: string, password: string): Promise<void> {
  await resetLimit.take(placeOfRequest())
  const open = { usedAt: null, expiresAt: { gt: now() } }
  const reset = await unscopedPrisma().passwordReset.findUnique({
    where: { tokenHash: hashToken(token), ...open },
  })
  if (!reset) throw new Conflict('auth:error.linkOver')
  const { tokenHash, userId } = reset
  const { email } = await unscopedPrisma().user.findUniqueOrThrow({ where: { id: userId } })
  requireStrongPassword('password', password, { email })
  const passwordHash = await hashPassword(password)
  await unscopedPrisma().$transaction(async (tx) => {
    const used = await tx.passwordReset.updateMany({ where: { tokenHash, ...open }, data: { usedAt: now() } })
    if (used.count !== 1) throw new Conflict('auth:error.linkOver')
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now() } })
    const membershipId = await unscopedFirstMembership(userId, tx)
    const credential = { passwordHash, updatedAt: now() }
    await tx.credential.upsert({ where: { userId }, create: { userId, ...credential }, update: credential })
    await tx.session.deleteMany({ where: { userId } })
    await unscopedRecordFor(tx, membershipId, (actor) =>
      userEvents.passwordReset(subjectOf(actor), {}, actor.side),
    )
    await tellPasswordChanged(tx, userId, true)
  })
}

/**
 * Changes the own password. The person's other sessions end. Whoever is a guest alone is of no organization that hears of it.
 * @throws Invalid, TooMany
 */
export async function changePassword(
  actor: Actor | null,
  signedIn: SignedIn,
  change: PasswordChange,
): Promise<void> {
  const { userId, email, sessionHash } = signedIn
  await resetLimit.take(`change ${userId}`)
  const credential = await unscopedPrisma().credential.findUnique({ where: { userId } })
  if (!(await verifyPassword(credential?.passwordHash, change.currentPassword))) {
    throw new Invalid('currentPassword', 'auth:error.currentPassword')
  }
  const { name, organizationName } = actor ?? {}
  requireStrongPassword('password', change.password, { email, name, organizationName })
  const passwordHash = await hashPassword(change.password)
  await unscopedPrisma().$transaction(async (tx) => {
    await tx.credential.update({ where: { userId }, data: { passwordHash, updatedAt: now() } })
    await tx.session.deleteMany({ where: { userId, id: { not: sessionHash } } })
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now() } })
    if (actor) await record(tx, actor, userEvents.passwordChanged(subjectOf(actor), {}, actor.side))
    await tellPasswordChanged(tx, userId, false)
  })
}
