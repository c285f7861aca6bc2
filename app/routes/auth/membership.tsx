import { redirect } from '@remix-run/node'
import { switchMembership } from '#app/domain/auth/commands/sessions.server.ts'
import { SwitchForm, safePath } from '#app/domain/auth/forms.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const loader = publicLoader(async () => redirect(paths.home()))

/** For whoever is signed in, also without an active membership at present. */
export const action = publicAction(async ({ request, session }) => {
  if (!session) throw redirect(paths.signIn())
  return submit(request, SwitchForm, async ({ membershipId, to }) => {
    await switchMembership(session, membershipId)
    return redirect(safePath(to))
  })
})

export default function Nothing() {
  return null
}
