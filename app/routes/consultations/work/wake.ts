import { endSnooze } from '#app/domain/consultations/work/commands/snooze.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params: { id = '' } }) => {
  await endSnooze(actor, id)
  return redirectWithToast(paths.consultation(id), 'consultations:toast.woken')
})
