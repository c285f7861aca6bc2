import { untagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { UntagForm } from '#app/domain/consultations/work/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, UntagForm, async ({ tagId }) => {
    await untagConsultation(actor, id, tagId)
    return redirectWithToast(paths.consultationAct(id, 'work/tags'), 'work:toast.untagged')
  }),
)
