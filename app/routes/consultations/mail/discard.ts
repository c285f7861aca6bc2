import { discardMail } from '#app/domain/consultations/mail/commands/discard.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  await discardMail(actor, params.mailId)
  return redirectWithToast(paths.receivedMails(), 'mailIn:toast.discarded')
})
