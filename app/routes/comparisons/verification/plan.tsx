import type { MetaFunction, ShouldRevalidateFunction } from '@remix-run/react'
import { redirect, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { getComparison } from '#app/domain/comparisons/queries/comparison.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { savePlan } from '#app/domain/comparisons/verification/commands/save-plan.server.ts'
import { planForm } from '#app/domain/comparisons/verification/forms.ts'
import { verificationPolicy } from '#app/domain/comparisons/verification/policy.ts'
import { planPage } from '#app/domain/comparisons/verification/queries/plan-page.server.ts'
import { PlanForm } from '#app/domain/comparisons/verification/ui/plan-form.tsx'
import { useTyped } from '#app/domain/comparisons/verification/ui/typed.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'

export const handle = { i18n: ['comparisons', 'verification'] }

const overview = (id: string) => paths.comparisonAct(id, 'verification')

export const loader = loaderFor(async ({ actor, params: { id = '' } }) => {
  authorize(verificationPolicy.plan(actor, await getComparison(actor, id)))
  const { abilities, ...page } = await planPage(actor, id)
  if (!abilities.plan) throw redirect(overview(id))
  return page
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, planForm(asLanguage(actor.language)), async (input) => {
    await savePlan(actor, id, input)
    return redirectWithToast(overview(id), 'verification:toast.planSaved')
  }),
)

/** After a conflict the form carries the revision that the person has now been told of. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Plan() {
  const { comparison, ...page } = useLoaderData<typeof loader>()
  const typed = useTyped(useActionData<typeof action>())
  const { t } = useTranslation(['verification', 'common'])
  return (
    <ActPage comparison={comparison} title={t('plan.title')} lead={t('plan.lead')} width="wide">
      <PlanForm
        {...page}
        typed={typed}
        cancel={
          <LinkButton kind="quiet" to={overview(comparison.id)}>
            {t('common:action.cancel')}
          </LinkButton>
        }
      />
    </ActPage>
  )
}
