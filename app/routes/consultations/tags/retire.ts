import { retireTag } from '#app/domain/consultations/work/commands/tags.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  await retireTag(actor, params.tagId ?? '')
  return redirectWithToast(paths.consultationTags(), 'work:toast.retired')
})
