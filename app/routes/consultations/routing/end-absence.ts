import { endAbsence } from '#app/domain/consultations/routing/commands/absences.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  await endAbsence(actor, params.absenceId ?? '')
  return redirectWithToast(paths.absences(), 'routing:toast.absenceEnded')
})
