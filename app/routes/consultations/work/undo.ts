import { undoBatch } from '#app/domain/consultations/work/batches/undo.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params: { batchId = '' } }) => {
  const { undone, refused } = await undoBatch(actor, batchId)
  const [key, values] =
    refused > 0 ? ['work:toast.undonePartly', { undone, refused }] : ['work:toast.undone', {}]
  return redirectWithToast(paths.consultationBatch(`/${batchId}`), key as string, values as object)
})
