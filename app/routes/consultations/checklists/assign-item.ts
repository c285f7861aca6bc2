import { redirect } from '@remix-run/node'
import { assignItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { AssignItemForm } from '#app/domain/consultations/checklists/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '', itemId = '' } }) =>
  submit(request, AssignItemForm, async ({ assigneeId }) => {
    await assignItem(actor, { consultationId: id, itemId }, assigneeId ?? null)
    return redirect(paths.consultationAct(id, 'checklists'))
  }),
)
