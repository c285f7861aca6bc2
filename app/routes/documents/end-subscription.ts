import { endSubscription } from '#app/domain/documents/subscriptions/commands/subscribe.server.ts'
import { EndForm } from '#app/domain/documents/subscriptions/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request }) =>
  submit(request, EndForm, async ({ subscriptionId, back }) => {
    await endSubscription(actor, subscriptionId)
    return redirectWithToast(back ? paths.document(back) : paths.subscriptions(), 'subscriptions:toast.ended')
  }),
)
