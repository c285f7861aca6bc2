import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { userEvents } from './events.ts'
import type { SetupInput } from './forms.ts'
import { placeOfRequest, setupLimit } from './limits.server.ts'
import { hashPassword, requireStrongPassword } from './password.server.ts'
import { subjectOf } from './record.server.ts'
import { openSession } from './session.server.ts'
import { hashCode, newCode } from './token.server.ts'

/**
 * At start: while there is no organization, makes the one-time code for /setup. Of several processes that start
 * together one gets a code to log and the others null; every start that is a minute later replaces it.
 */
export async function prepareFirstStart(): Promise<{ code: string } | null> {
  if (!(await isSetupOpen())) return null
  const code = newCode()
  const written = await unscopedPrisma().$executeRaw`
    INSERT INTO setup_code (id, code_hash, created_at) VALUES (1, ${hashCode(code)}, ${now()})
    ON CONFLICT (id) DO UPDATE SET code_hash = excluded.code_hash, created_at = excluded.created_at
    WHERE setup_code.created_at < ${now()}::timestamptz - interval '1 minute'`
  return written === 1 ? { code } : null
}

/** Whether the first organization is still to be made. */
export async function isSetupOpen(): Promise<boolean> {
  return (await unscopedPrisma().organization.findFirst({ select: { id: true } })) === null
}

/**
 * Makes the first organization, a supplier, and its administrator, and signs that person in; returns the cookie.
 * @throws Conflict once an organization exists, Invalid for a wrong code or a password against the rule, TooMany
 */
export async function setUp(input: SetupInput): Promise<string> {
  await setupLimit.take(placeOfRequest())
  requireStrongPassword('password', input.password, input)
  const passwordHash = await hashPassword(input.password)
  const { userId, membershipId } = await unscopedPrisma().$transaction(async (tx) => {
    // The code's row is the lock: of two tries at once the second finds it gone.
    const { count } = await tx.setupCode.deleteMany({ where: { codeHash: hashCode(input.code) } })
    if (await tx.organization.findFirst({ select: { id: true } }))
      throw new Conflict('auth:error.setUpAlready')
    if (count !== 1) throw new Invalid('code', 'auth:error.code')
    return unscopedFoundSupplier(tx, { ...input, passwordHash })
  })
  return openSession(userId, membershipId)
}

type Founding = Omit<SetupInput, 'code' | 'password'> & { passwordHash: string }

/** Makes a supplier's organization and its first administrator, who has not signed in yet. */
export async function unscopedFoundSupplier(tx: Tx, input: Founding) {
  const { organizationName, language, timeZone, email, passwordHash } = input
  const organization = await tx.organization.create({
    data: { name: organizationName, language, timeZone, createdAt: now() },
  })
  const user = await tx.user.create({
    data: { email, language, timeZone, createdAt: now(), credential: { create: { passwordHash } } },
  })
  const membership = await tx.membership.create({
    data: {
      ...{ userId: user.id, organizationId: organization.id, name: input.name },
      ...{ side: 'supplier', isAdministrator: true, createdAt: now() },
    },
  })
  const actor = await unscopedFindActor(membership.id, tx)
  if (actor) {
    await record(tx, actor, userEvents.organizationSetUp(subjectOf(actor), { organizationName }, 'supplier'))
  }
  return { userId: user.id, membershipId: membership.id }
}
