import { createHmac, timingSafeEqual } from 'node:crypto'
import { environment } from '#app/platform/environment.server.ts'
import type { RefusalReason } from './file.ts'

interface Token {
  apiKey: string
  appId: string
  regions: string[]
}

/** UploadThing's token: the one that was set, else one of our own around the secret of the data folder. */
export function uploadToken(): string {
  const { uploadThingToken, secrets } = environment()
  if (uploadThingToken) return uploadThingToken
  const token: Token = { apiKey: `sk_live_${secrets.upload}`, appId: 'counterpart', regions: ['own'] }
  return Buffer.from(JSON.stringify(token)).toString('base64')
}

function apiKey(): string {
  return (JSON.parse(Buffer.from(uploadToken(), 'base64').toString('utf8')) as Token).apiKey
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** UploadThing's signature of a text: `hmac-sha256=` and the HMAC in hex. */
export function sign(text: string): string {
  return `hmac-sha256=${createHmac('sha256', apiKey()).update(text).digest('hex')}`
}

/** Whether a call between servers carries our key. */
export function hasApiKey(request: Request): boolean {
  return equal(request.headers.get('x-uploadthing-api-key') ?? '', apiKey())
}

/** What a signed upload address says. Its `x-ut-` values are URI-encoded once more than the address itself. */
export interface SignedUpload {
  /** Our own id of the file, given as UploadThing's custom id. */
  fileId: string
  key: string
  name: string
  size: number
  type: string
  slug: string
}

/** Reads and checks the address of an upload: signature first, then expiry. */
export function readSignedUpload(address: string, now: Date): SignedUpload | { refused: RefusalReason } {
  const url = new URL(address)
  const signature = url.searchParams.get('signature') ?? ''
  // The signature covers the address as it stood before `signature` was added at its end.
  const signed = address.replace(/[?&]signature=[^&]*$/, '')
  if (!signature || !candidates(signed).some((text) => equal(signature, sign(text))))
    return { refused: 'signature' }
  if (Number(url.searchParams.get('expires')) < now.getTime()) return { refused: 'expired' }
  const value = (name: string) => decodeURIComponent(url.searchParams.get(name) ?? '')
  return {
    fileId: value('x-ut-custom-id'),
    key: decodeURIComponent(url.pathname.split('/').at(-1) ?? ''),
    name: value('x-ut-file-name'),
    size: Number(value('x-ut-file-size')),
    type: value('x-ut-file-type'),
    slug: value('x-ut-slug'),
  }
}

/** Behind a proxy that ends https, the request's own address says http: both were signed as what the browser sees. */
function candidates(address: string): string[] {
  const { publicUrl } = environment()
  const url = new URL(address)
  return [
    address,
    address.replace(url.origin, publicUrl),
    address.replace(url.origin, url.origin.replace('http:', 'https:')),
  ]
}
