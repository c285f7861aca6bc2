import { redirect } from '@remix-run/node'
import type { SignedIn } from '#app/domain/auth/session.server.ts'
import { paths } from '#app/paths.ts'

/** A guest's pages need somebody who is signed in, and no membership: the way to the sign-in page and back. */
export function requireSignedIn(session: SignedIn | null, request: Request): SignedIn {
  if (session) return session
  const { pathname, search } = new URL(request.url)
  throw redirect(paths.signIn(request.method === 'GET' ? `${pathname}${search}` : undefined))
}
