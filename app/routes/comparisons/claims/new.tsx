import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { addClaim } from '#app/domain/comparisons/claims/commands/claims.server.ts'
import { NewClaimForm } from '#app/domain/comparisons/claims/forms.ts'
import { openClaims } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { ClaimFields } from '#app/domain/comparisons/claims/ui/claim-fields.tsx'
import { FairRules } from '#app/domain/comparisons/claims/ui/fair-rules.tsx'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { i18n: ['comparisons', 'fairness'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const { comparison, options, lines, mayWrite } = await openClaims(actor, params.id ?? '')
  authorize(mayWrite)
  const wanted = new URL(request.url).searchParams.get('option')
  const option = options.find(({ id, isCompetitor }) => isCompetitor && id === wanted)
  if (!option) throw new NotFound()
  return { comparison, lines, option: { id: option.id, name: option.name } }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, NewClaimForm, async (input) => {
    await addClaim(actor, id, input)
    return redirectWithToast(paths.comparisonAct(id, 'claims'), 'fairness:toast.added')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function NewClaim() {
  const { comparison, lines, option } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('fairness')
  return (
    <ActPage comparison={comparison} title={t('newTitle', { option: option.name })} lead={t('newLead')}>
      <ClaimFields
        lines={lines}
        hidden={{ optionId: option.id }}
        submitLabel={t('add')}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
      <FairRules />
    </ActPage>
  )
}
