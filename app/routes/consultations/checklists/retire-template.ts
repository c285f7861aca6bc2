import { retireChecklistTemplate } from '#app/domain/consultations/checklists/commands/templates.server.ts'
import { RetireForm } from '#app/domain/consultations/checklists/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { templateId = '' } }) =>
  submit(request, RetireForm, async ({ isRetired }) => {
    await retireChecklistTemplate(actor, templateId, isRetired === 'yes')
    const said = isRetired === 'yes' ? 'checklists:toast.retired' : 'checklists:toast.restored'
    return redirectWithToast(paths.checklistTemplates(), said)
  }),
)
