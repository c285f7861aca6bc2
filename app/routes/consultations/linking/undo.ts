import { undoMerge } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params: { id = '' } }) => {
  await undoMerge(actor, id)
  return redirectWithToast(paths.consultation(id), 'linking:toast.undone')
})
