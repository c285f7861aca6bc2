import { unrelateConsultations } from '#app/domain/consultations/linking/commands/relate.server.ts'
import { OtherForm } from '#app/domain/consultations/linking/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, OtherForm, async ({ otherId }) => {
    await unrelateConsultations(actor, id, otherId)
    return redirectWithToast(paths.consultationAct(id, 'links'), 'linking:toast.unrelated')
  }),
)
