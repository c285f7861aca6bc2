import { redirect } from '@remix-run/node'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { getComparison } from '#app/domain/comparisons/queries/comparison.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const loader = loaderFor(async ({ actor, params: { id = '' } }) => {
  const comparison = await getComparison(actor, id)
  return redirect(paths.comparison(comparison.id))
})

export const action = actionFor(async ({ actor, params: { id = '' } }) => {
  const copy = await copyComparison(actor, id)
  return redirectWithToast(paths.editComparison(copy), 'comparisons:toast.copied')
})

/** Never shown: it makes the route a page, so that a refusal is one too. */
export default function Copy() {
  return null
}
