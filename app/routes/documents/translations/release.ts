import { releaseTranslation } from '#app/domain/documents/translations/commands/release.server.ts'
import { ReleaseTranslationForm } from '#app/domain/documents/translations/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReleaseTranslationForm, async (input) => {
    const id = params.id ?? ''
    await releaseTranslation(actor, id, input)
    return redirectWithToast(paths.documentTranslations(id), 'translations:toast.released')
  }),
)
