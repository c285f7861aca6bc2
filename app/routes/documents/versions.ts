import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  await startVersion(actor, id)
  return redirectWithToast(paths.editDocument(id), 'documents:toast.versionStarted')
})
