import { redirect } from '@remix-run/node'
import { addItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { AddForm } from '#app/domain/consultations/checklists/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '', checklistId = '' } }) =>
  submit(request, AddForm, async ({ text }) => {
    await addItem(actor, { consultationId: id, checklistId }, text)
    return redirect(paths.consultationAct(id, 'checklists'))
  }),
)
