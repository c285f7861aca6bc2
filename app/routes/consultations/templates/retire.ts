import { z } from 'zod'
import { retireTemplate } from '#app/domain/consultations/asking/commands/templates.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

const RetireForm = z.object({ isRetired: z.enum(['yes', 'no']) })

export const action = actionFor(({ actor, request, params: { templateId = '' } }) =>
  submit(request, RetireForm, async ({ isRetired }) => {
    await retireTemplate(actor, templateId, isRetired === 'yes')
    const said = isRetired === 'yes' ? 'asking:toast.templateRetired' : 'asking:toast.templateRestored'
    return redirectWithToast(paths.questionTemplates(), said)
  }),
)
