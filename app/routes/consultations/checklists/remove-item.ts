import { redirect } from '@remix-run/node'
import { removeItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params: { id = '', itemId = '' } }) => {
  await removeItem(actor, { consultationId: id, itemId })
  return redirect(paths.consultationAct(id, 'checklists'))
})
