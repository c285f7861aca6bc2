import { redirect } from '@remix-run/node'
import { tickItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { TickForm } from '#app/domain/consultations/checklists/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params: { id = '', itemId = '' } }) =>
  submit(request, TickForm, async ({ isDone }) => {
    await tickItem(actor, { consultationId: id, itemId }, isDone === 'yes')
    return redirect(paths.consultationAct(id, 'checklists'))
  }),
)
