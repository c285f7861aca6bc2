import { redirect } from '@remix-run/node'
import { removeFromTeam } from '#app/domain/accounts/commands/team.server.ts'
import { TeamMemberForm } from '#app/domain/accounts/forms.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const loader = loaderFor(async ({ params }) => redirect(paths.accountTeam(params.id ?? '')))

export const action = actionFor(({ actor, params, request }) =>
  submit(request, TeamMemberForm, async ({ membershipId }) => {
    const id = params.id ?? ''
    await removeFromTeam(actor, id, membershipId)
    const isSelf = membershipId === actor.membershipId
    return redirectWithToast(isSelf ? paths.accounts() : paths.accountTeam(id), 'accounts:toast.teamRemoved')
  }),
)

export default function Nothing() {
  return null
}
