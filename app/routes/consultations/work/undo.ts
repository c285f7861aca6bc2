import { undoBatch } from '#app/domain/consultations/work/batches/undo.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params: { batchId = '' } }) => {
  const outcome = await undoBatch(actor, batchId)
  const to = paths.consultationBatch(`/${batchId}`)
  return outcome.refused > 0
    ? redirectWithToast(to, 'work:toast.undonePartly', { ...outcome })
    : redirectWithToast(to, 'work:toast.undone')
})
