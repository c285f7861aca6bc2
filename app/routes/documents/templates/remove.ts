import { removeTemplate } from '#app/domain/documents/writing/commands/templates.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  await removeTemplate(actor, params.templateId ?? '')
  return redirectWithToast(paths.documentTemplates(), 'writing:toast.templateRemoved')
})
