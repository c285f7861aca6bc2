import { hash, verify } from '@node-rs/argon2'
import { Invalid } from '#app/platform/errors.ts'
import { type PersonalWords, weaknessOf } from './password.ts'
import { isWellKnown } from './well-known-passwords.server.ts'

/** OWASP's first recommendation for argon2id (the library's default): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same characters, however a keyboard composed them. */
const normalized = (password: string) => password.normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), cost)
}

let unknownHash: Promise<string> | undefined

/**
 * Whether a password fits. Without a stored hash one that nothing fits is verified, so that the time taken does not
 * tell whether an address is known.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  unknownHash ??= hash(crypto.randomUUID(), cost)
  const fits = await verify(stored ?? (await unknownHash), normalized(password))
  return fits && Boolean(stored)
}

/**
 * The rule beyond the length that the form checks.
 * @throws Invalid for the field, with the reason.
 */
export function requireStrongPassword(field: string, password: string, personal: PersonalWords): void {
  const weakness = weaknessOf(password, personal) ?? (isWellKnown(password) ? 'wellKnown' : null)
  if (weakness) throw new Invalid(field, `auth:error.password.${weakness}`)
}
