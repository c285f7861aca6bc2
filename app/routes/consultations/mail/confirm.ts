import { confirmMail } from '#app/domain/consultations/mail/commands/confirm.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'

export const action = actionFor(async ({ actor, params }) => {
  return redirectWithToast(await confirmMail(actor, params.mailId), 'mailIn:toast.confirmed')
})
