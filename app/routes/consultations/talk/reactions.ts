import { redirect } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { react } from '#app/domain/consultations/talk/commands/react.server.ts'
import { ReactionForm } from '#app/domain/consultations/talk/forms.ts'
import { replyTo } from '#app/domain/consultations/ui/thread/send-reply.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '', messageId = '' } }) =>
  submit(request, ReactionForm, async ({ kind, isOn, inPlace }) => {
    await react(actor, { consultationId: id, messageId }, { kind, isOn: isOn === '1' })
    return inPlace ? { messageId } : redirect(`${paths.consultation(id)}#m-${messageId}`)
  }),
)

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => replyTo(serverAction)
