import { mergeTag } from '#app/domain/consultations/work/commands/tags.server.ts'
import { MergeTagForm } from '#app/domain/consultations/work/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { tagId = '' } }) =>
  submit(request, MergeTagForm, async ({ intoId }) => {
    await mergeTag(actor, tagId, intoId)
    return redirectWithToast(paths.consultationTags(), 'work:toast.merged')
  }),
)
