import { redirect } from '@remix-run/node'
import { reactivateMember } from '#app/domain/accounts/commands/members.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const loader = loaderFor(async ({ params }) => redirect(paths.member(params.id ?? '')))

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  await reactivateMember(actor, id)
  return redirectWithToast(paths.member(id), 'accounts:toast.reactivated')
})

export default function Nothing() {
  return null
}
