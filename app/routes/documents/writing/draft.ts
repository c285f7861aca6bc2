import { autosaveBy } from '#app/domain/documents/writing/commands/autosave.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { readForm } from '#app/http/form.server.ts'

export const action = actionFor(async ({ actor, request, params }) =>
  Response.json(await autosaveBy(actor, params.id ?? '', await readForm(request))),
)
