import { removeRule } from '#app/domain/consultations/routing/commands/rules.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  await removeRule(actor, params.ruleId ?? '')
  return redirectWithToast(paths.routing(), 'routing:toast.ruleRemoved')
})
