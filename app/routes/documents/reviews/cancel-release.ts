import { cancelRelease } from '#app/domain/documents/reviews/commands/schedule.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  await cancelRelease(actor, id)
  return redirectWithToast(paths.documentReview(id), 'reviews:toast.cancelled')
})
