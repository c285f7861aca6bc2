import { redirect } from '@remix-run/node'
import { encodeMessage } from '#app/i18n/messages.ts'
import type { MessageValues } from '#app/platform/errors.ts'
import { ownCookie } from './cookie.server.ts'

const cookie = ownCookie('counterpart_toast', 60)

/** What the next page says of what was done. */
export async function toastHeaders(messageKey: string, values: MessageValues = {}) {
  return { 'Set-Cookie': await cookie.serialize(encodeMessage(messageKey, values)) }
}

/** Goes on to another page and says there what was done. */
export async function redirectWithToast(to: string, messageKey: string, values: MessageValues = {}) {
  return redirect(to, { headers: await toastHeaders(messageKey, values) })
}

/** The message that waits for this request, and the header that takes it away. */
export async function readToast(request: Request): Promise<{ message: string; clear: string } | null> {
  const message: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (typeof message !== 'string') return null
  return { message, clear: await cookie.serialize('', { maxAge: 0 }) }
}
