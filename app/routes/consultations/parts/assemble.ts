import { assembleParts } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params: { id = '' } }) => {
  await assembleParts(actor, id)
  return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.assembled')
})
