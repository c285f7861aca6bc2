import { sayTyping } from '#app/domain/consultations/talk/commands/say-typing.server.ts'
import { TypingForm } from '#app/domain/consultations/talk/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'

/** Said by the page's script while somebody types. */
export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, TypingForm, async ({ lane }) => {
    await sayTyping(actor, id, lane)
    return new Response(null, { status: 204 })
  }),
)
