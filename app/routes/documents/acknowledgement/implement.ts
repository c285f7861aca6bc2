import { markImplemented } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import { ImplementForm } from '#app/domain/documents/acknowledgements/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ImplementForm, async (input) => {
    const id = params.id ?? ''
    await markImplemented(actor, id, input)
    const back = paths.documentAcknowledgement(id, input.version)
    return redirectWithToast(back, 'acknowledgements:toast.implemented')
  }),
)
