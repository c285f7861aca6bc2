import { changeGrade } from '#app/domain/consultations/participants/commands/participants.server.ts'
import { GradeForm } from '#app/domain/consultations/participants/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, GradeForm, async (input) => {
    await changeGrade(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'people'), 'participants:toast.changed')
  }),
)
