import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  await submitVersion(actor, id)
  return redirectWithToast(paths.document(id), 'documents:toast.submitted')
})
