import { redirect } from '@remix-run/node'
import { repeatInvitation } from '#app/domain/accounts/commands/invitations.server.ts'
import { InvitationForm } from '#app/domain/accounts/forms.ts'
import { safePath } from '#app/domain/auth/forms.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const loader = loaderFor(async () => redirect(paths.members()))

export const action = actionFor(({ actor, request }) =>
  submit(request, InvitationForm, async ({ invitationId, to }) => {
    await repeatInvitation(actor, invitationId)
    return redirectWithToast(safePath(to, paths.members()), 'accounts:toast.invited')
  }),
)

export default function Nothing() {
  return null
}
