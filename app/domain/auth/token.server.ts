import { createHash, randomBytes } from 'node:crypto'

/** What stands in a link and what is stored of it: whoever reads the table cannot use it. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Letters and digits that nobody confuses when reading them aloud. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A code of 60 bits for a person to type: three groups of four. */
export function newCode(): string {
  const letters = [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length])
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** However it was typed: case, spaces and dashes do not matter. */
export function hashCode(code: string): string {
  return hashToken(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
}
