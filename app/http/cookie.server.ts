import { createCookie } from '@remix-run/node'
import { environment } from '#app/platform/environment.server.ts'

/** A cookie that no script reads, and that leaves over https alone where the portal has it; `maxAge` in seconds. */
export function ownCookie(name: string, maxAge: number) {
  const secure = environment().publicUrl.startsWith('https:')
  return createCookie(name, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge })
}
