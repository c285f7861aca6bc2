import type { MetaFunction } from '@remix-run/node'
import { Form, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { endComparison } from '#app/domain/comparisons/commands/end.server.ts'
import { EndForm } from '#app/domain/comparisons/forms.ts'
import { comparisonPolicy } from '#app/domain/comparisons/policy.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { ReasonField } from '#app/domain/comparisons/ui/form/reason-field.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['comparisons'] }

const toasts = {
  reject: 'comparisons:toast.rejected',
  withdraw: 'comparisons:toast.withdrawn',
  close: 'comparisons:toast.closed',
} as const

export const loader = loaderFor(async ({ actor, params }) => {
  const { comparison, abilities, sides, account } = await comparisonView(actor, params.id ?? '')
  const { id, number, title, status } = comparison
  const known = { status, account }
  authorize(comparisonPolicy.close(actor, known) || comparisonPolicy.withdraw(actor, known))
  if (!abilities.end) throw redirect(paths.comparison(id))
  return { comparison: { id, number, title }, as: abilities.end, sides }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, EndForm, async ({ as, reason }) => {
    await endComparison(actor, id, { as, reason })
    return redirectWithToast(paths.comparison(id), toasts[as])
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function End() {
  const { comparison, as, sides } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  return (
    <ActPage comparison={comparison} title={t(`end.${as}Title`, comparison)} lead={t(`end.${as}Text`, sides)}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} idOf={() => 'reason'} />
          <input type="hidden" name="as" value={as} />
          <ReasonField
            label={t('end.reason')}
            hint={t('end.reasonHint')}
            isRequired
            lastResult={lastResult}
          />
          <FormActions>
            <SubmitButton kind={as === 'close' ? 'primary' : 'danger'}>{t(`end.${as}`)}</SubmitButton>
            <LinkButton kind="quiet" to={paths.comparison(comparison.id)}>
              {t('common:action.cancel')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
