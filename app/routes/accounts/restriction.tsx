import { redirect } from '@remix-run/node'
import { setRestricted } from '#app/domain/accounts/commands/accounts.server.ts'
import { RestrictionForm } from '#app/domain/accounts/forms.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const loader = loaderFor(async ({ params }) => redirect(paths.accountTeam(params.id ?? '')))

export const action = actionFor(({ actor, params, request }) =>
  submit(request, RestrictionForm, async ({ isRestricted }) => {
    const id = params.id ?? ''
    await setRestricted(actor, id, isRestricted === 'yes')
    const done = isRestricted === 'yes' ? 'accounts:toast.restricted' : 'accounts:toast.unrestricted'
    return redirectWithToast(paths.accountTeam(id), done)
  }),
)

export default function Nothing() {
  return null
}
