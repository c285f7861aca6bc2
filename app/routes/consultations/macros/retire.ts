import { retireMacro } from '#app/domain/consultations/macros/commands/write.server.ts'
import { RetireForm } from '#app/domain/consultations/macros/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { macroId = '' } }) =>
  submit(request, RetireForm, async ({ isRetired }) => {
    await retireMacro(actor, macroId, isRetired === 'yes')
    return redirectWithToast(
      paths.macros(),
      isRetired === 'yes' ? 'macros:toast.retired' : 'macros:toast.restored',
    )
  }),
)
