import { resumeClocks } from '#app/domain/consultations/clocks/commands/pause.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params: { id = '' } }) => {
  await resumeClocks(actor, id)
  return redirectWithToast(paths.consultationClocks(id), 'clocks:toast.resumed')
})
