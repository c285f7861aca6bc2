import { redirect } from '@remix-run/node'
import { moveRule } from '#app/domain/consultations/routing/commands/rules.server.ts'
import { MoveForm } from '#app/domain/consultations/routing/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(({ actor, request, params }) =>
  submit(request, MoveForm, async (input) => {
    await moveRule(actor, params.ruleId ?? '', input)
    return redirect(paths.routing())
  }),
)
