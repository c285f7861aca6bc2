import { removeDraft } from '#app/domain/consultations/asking/commands/drafts.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  await removeDraft(actor, params.draftId ?? '')
  return redirectWithToast(paths.consultations(), 'asking:toast.draftRemoved')
})
