import { redirect } from '@remix-run/node'
import { signOut } from '#app/domain/auth/commands/sign-in.server.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { paths } from '#app/paths.ts'

export const loader = publicLoader(async () => redirect(paths.home()))

export const action = publicAction(async ({ request, session }) =>
  redirect(paths.signIn(), { headers: { 'Set-Cookie': await signOut(request, session) } }),
)

export default function Nothing() {
  return null
}
