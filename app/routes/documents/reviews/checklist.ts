import { checkItem } from '#app/domain/documents/reviews/commands/checklist.server.ts'
import { ChecklistForm } from '#app/domain/documents/reviews/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ChecklistForm, async (input) => {
    const id = params.id ?? ''
    await checkItem(actor, id, input)
    const done = input.isChecked ? 'reviews:toast.checked' : 'reviews:toast.unchecked'
    return redirectWithToast(paths.documentReview(id), done)
  }),
)
