import { takeBack } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { RevisionForm } from '#app/domain/consultations/parts/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '', partId = '' } }) =>
  submit(request, RevisionForm, async ({ revision }) => {
    await takeBack(actor, { consultationId: id, partId }, revision)
    return redirectWithToast(paths.consultationAct(id, `parts/${partId}`), 'parts:toast.takenBack')
  }),
)
