import { watchConsultation } from '#app/domain/consultations/work/commands/watch.server.ts'
import { WatchForm } from '#app/domain/consultations/work/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, WatchForm, async ({ isOn }) => {
    await watchConsultation(actor, id, isOn)
    return redirectWithToast(
      paths.consultation(id),
      isOn ? 'consultations:toast.watched' : 'consultations:toast.unwatched',
    )
  }),
)
