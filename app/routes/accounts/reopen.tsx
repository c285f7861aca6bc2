import { redirect } from '@remix-run/node'
import { reopenAccount } from '#app/domain/accounts/commands/accounts.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const loader = loaderFor(async ({ params }) => redirect(paths.account(params.id ?? '')))

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  await reopenAccount(actor, id)
  return redirectWithToast(paths.account(id), 'accounts:toast.reopened')
})

export default function Nothing() {
  return null
}
