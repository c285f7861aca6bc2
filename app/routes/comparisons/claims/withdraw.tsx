import type { MetaFunction } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { withdrawClaim } from '#app/domain/comparisons/claims/commands/claims.server.ts'
import { WithdrawClaimForm } from '#app/domain/comparisons/claims/forms.ts'
import { openClaim } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['comparisons', 'fairness'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { comparison, claim } = await openClaim(actor, params.id ?? '', params.claimId ?? '')
  return { comparison, claim: { statement: claim.statement, revision: claim.revision } }
})

export const action = actionFor(({ actor, request, params: { id = '', claimId = '' } }) =>
  submit(request, WithdrawClaimForm, async ({ revision }) => {
    await withdrawClaim(actor, { comparisonId: id, claimId }, revision)
    return redirectWithToast(paths.comparisonAct(id, 'claims'), 'fairness:toast.withdrawn')
  }),
)

/** What somebody else changed first is shown as it is now, beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function WithdrawClaim() {
  const { comparison, claim } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['fairness', 'common'])
  return (
    <ActPage comparison={comparison} title={t('fairness:withdrawTitle')} lead={t('fairness:withdrawText')}>
      <p className="whitespace-pre-line">{claim.statement}</p>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
          <input type="hidden" name="revision" value={claim.revision} />
          <FormActions>
            <SubmitButton>{t('fairness:withdraw')}</SubmitButton>
            <LinkButton kind="quiet" to={paths.comparisonAct(comparison.id, 'claims')}>
              {t('common:action.cancel')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
