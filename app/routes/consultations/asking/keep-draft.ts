import { keepDraft } from '#app/domain/consultations/asking/commands/drafts.server.ts'
import { DraftForm } from '#app/domain/consultations/asking/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'

/** What is typed, kept a moment after each change of it. */
export const action = actionFor(({ actor, request }) =>
  submit(request, DraftForm, async (draft) => {
    await keepDraft(actor, draft)
    return new Response(null, { status: 204 })
  }),
)
