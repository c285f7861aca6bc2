import { removeReviewRule } from '#app/domain/documents/reviews/commands/rules.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  await removeReviewRule(actor, params.ruleId ?? '')
  return redirectWithToast(paths.reviewRules(), 'reviews:toast.ruleRemoved')
})
