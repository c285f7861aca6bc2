import { confirmMail } from '#app/domain/consultations/mail/commands/confirm.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'

export const action = actionFor(async ({ actor, params }) => {
  const { to, reason } = await confirmMail(actor, params.mailId)
  if (reason === 'accepted') return redirectWithToast(to, 'mailIn:toast.accepted')
  return redirectWithToast(to, reason ? 'mailIn:toast.notAccepted' : 'mailIn:toast.confirmed')
})
