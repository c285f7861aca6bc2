import { previewBody } from '#app/domain/documents/queries/preview.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const action = actionFor(async ({ actor, request }) =>
  Response.json(await previewBody(actor, await readForm(request))),
)
