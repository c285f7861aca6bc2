import { previewBody } from '#app/domain/documents/queries/preview.server.ts'
import { actionFor } from '#app/http/edge.server.ts'

export const action = actionFor(async ({ actor, request }) =>
  Response.json(await previewBody(actor, await request.formData())),
)
