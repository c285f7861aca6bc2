import { redirect } from '@remix-run/node'
import { markRead } from '#app/domain/notifications/commands.server.ts'
import { ReadForm } from '#app/domain/notifications/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, params, request }) =>
  submit(request, ReadForm, async ({ show }) => {
    await markRead(actor, params.id)
    return redirect(paths.notifications({ show }))
  }),
)
