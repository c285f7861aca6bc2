import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { userEvents } from './events.ts'
import type { SetupInput } from './forms.ts'
import { placeOfRequest, setupLimit } from './limits.server.ts'
import { hashPassword, requireStrongPassword } from './password.server.ts'
import { subjectOf } from './record.server.ts'
import { openSession } from './session.server.ts'
import { hashCode, newCode } from './token.server.ts'

/** How long a code for a further supplier works. While there is nobody at all, the code of the last start does. */
const validity = '1 day'

/**
 * At start: while there is no organization, makes the one-time code for /setup. Of several processes that start
 * together one gets a code to log and the others null; every start that is a minute later replaces it.
 */
export async function prepareFirstStart(): Promise<{ code: string } | null> {
  if (!(await isEmpty(unscopedPrisma()))) return null
  const code = newCode()
  const written = await unscopedPrisma().$executeRaw`
    INSERT INTO setup_code (id, code_hash, created_at) VALUES (1, ${hashCode(code)}, ${now()})
    ON CONFLICT (id) DO UPDATE SET code_hash = excluded.code_hash, created_at = excluded.created_at
    WHERE setup_code.created_at < ${now()}::timestamptz - interval '1 minute'`
  return written === 1 ? { code } : null
}

/** Lets one more supplier in: makes the code for /setup that whoever runs the server hands on. It replaces the last one. */
export async function unscopedAdmitSupplier(): Promise<string> {
  const code = newCode()
  const values = { codeHash: hashCode(code), createdAt: now() }
  await unscopedPrisma().setupCode.upsert({ where: { id: 1 }, create: { id: 1, ...values }, update: values })
  return code
}

/** Whether a supplier may be made: the first one, or one for whom there is a code. */
export async function isSetupOpen(): Promise<boolean> {
  const [found] = await unscopedPrisma().$queryRaw<{ isOpen: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM organization) OR EXISTS (
      SELECT FROM setup_code WHERE created_at > ${now()}::timestamptz - ${validity}::interval) AS "isOpen"`
  return found?.isOpen ?? false
}

const isEmpty = async (db: Tx): Promise<boolean> =>
  (await db.organization.findFirst({ select: { id: true } })) === null

/**
 * Makes an organization, a supplier, and its administrator, and signs that person in; returns the cookie.
 * @throws Invalid for a wrong or used code, an address that signs in already or a password against the rule, TooMany
 */
export async function setUp(input: SetupInput): Promise<string> {
  await setupLimit.take(placeOfRequest())
  requireStrongPassword('password', input.password, input)
  const passwordHash = await hashPassword(input.password)
  const { userId, membershipId } = await unscopedPrisma().$transaction(async (tx) => {
    // The code's row is the lock: of two tries at once the second finds it gone.
    const count = await tx.$executeRaw`
      DELETE FROM setup_code WHERE code_hash = ${hashCode(input.code)} AND (
        created_at > ${now()}::timestamptz - ${validity}::interval OR NOT EXISTS (SELECT FROM organization))`
    if (count !== 1) throw new Invalid('code', 'auth:error.code')
    if (await tx.user.findUnique({ where: { email: input.email }, select: { id: true } }))
      throw new Invalid('email', 'auth:error.addressTaken')
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
