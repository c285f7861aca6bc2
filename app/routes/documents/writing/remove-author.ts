import { removeAuthor } from '#app/domain/documents/writing/commands/authors.server.ts'
import { AuthorForm } from '#app/domain/documents/writing/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params }) =>
  submit(request, AuthorForm, async ({ membershipId }) => {
    const id = params.id ?? ''
    await removeAuthor(actor, id, membershipId)
    return redirectWithToast(paths.documentAuthors(id), 'writing:toast.authorRemoved')
  }),
)
