import { recordSeen } from '#app/domain/documents/reading/commands/seen.server.ts'
import { SeenForm } from '#app/domain/documents/reading/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'

/** A beat of a page that is being read; nobody waits for the answer. */
export const action = actionFor(({ actor, request, params }) =>
  submit(request, SeenForm, async (input) => {
    await recordSeen(actor, params.id ?? '', input)
    return new Response(null, { status: 204 })
  }),
)
