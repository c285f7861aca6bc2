import { redirect } from '@remix-run/node'
import { deactivateMember } from '#app/domain/accounts/commands/members.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const loader = loaderFor(async ({ params }) => redirect(paths.member(params.id ?? '')))

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  await deactivateMember(actor, id)
  return redirectWithToast(paths.member(id), 'accounts:toast.deactivated')
})

export default function Nothing() {
  return null
}
