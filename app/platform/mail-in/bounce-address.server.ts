import { createHmac, timingSafeEqual } from 'node:crypto'
import { environment } from '#app/platform/environment.server.ts'

const base32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** Five bits a letter that nobody guesses, in letters that survive a mail program which changes their case. */
export function sealOf(purpose: string, text: string, length: number): string {
  const { cookie } = environment().secrets
  const bytes = createHmac('sha256', cookie).update(`mail ${purpose}\n${text}`).digest()
  return [...bytes.subarray(0, length)].map((byte) => base32[byte & 31]).join('')
}

const sealLength = 13

/**
 * The sender that mail servers are told, so that what cannot be delivered comes back to the mail that it was; null where no
 * mail comes in.
 */
export function bounceAddress(mailId: string): string | null {
  const { inbound } = environment()
  const sealed = `${mailId.replaceAll('-', '')}${sealOf('bounce', mailId, sealLength)}`
  return inbound ? `bounce+${sealed}@${inbound.domain}` : null
}

/** The mail that such an address was made for, from what stands behind its plus; null for one that we never made. */
export function bouncedMail(detail: string): string | null {
  const [, hex = '', given = ''] = /^([0-9a-f]{32})([a-z2-7]{13})$/.exec(detail) ?? []
  const mailId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!mailId) return null
  return timingSafeEqual(Buffer.from(given), Buffer.from(sealOf('bounce', mailId, sealLength)))
    ? mailId
    : null
}
