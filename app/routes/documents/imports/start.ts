import { startImport } from '#app/domain/documents/imports/commands/start.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  await startImport(actor, id)
  return redirectWithToast(paths.documentImport(id), 'imports:toast.started')
})
