import { redirect } from '@remix-run/node'
import { moveItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { MoveForm } from '#app/domain/consultations/checklists/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '', itemId = '' } }) =>
  submit(request, MoveForm, async ({ direction }) => {
    await moveItem(actor, { consultationId: id, itemId }, direction)
    return redirect(paths.consultationAct(id, 'checklists'))
  }),
)
