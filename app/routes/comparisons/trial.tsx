import type { MetaFunction } from '@remix-run/node'
import { Form, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { beginTrial } from '#app/domain/comparisons/commands/end.server.ts'
import { TrialForm } from '#app/domain/comparisons/forms.ts'
import { comparisonPolicy } from '#app/domain/comparisons/policy.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { isPlanned } from '#app/domain/comparisons/verification/queries/plan.server.ts'
import { todayIn } from '#app/domain/consultations/clocks/queries/calendars.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['comparisons'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { comparison, account } = await comparisonView(actor, params.id ?? '')
  const { id, number, title, status } = comparison
  authorize(comparisonPolicy.beginTrial(actor, { status, account }))
  if (status !== 'agreed') throw redirect(paths.comparison(id))
  const today = todayIn(actor.timeZone)
  return { comparison: { id, number, title }, today, isPlanned: await isPlanned(id) }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, TrialForm, async ({ from }) => {
    await beginTrial(actor, id, from)
    return redirectWithToast(paths.comparison(id), 'comparisons:toast.trialBegun')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Trial() {
  const { comparison, today, isPlanned: isMeasured } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  return (
    <ActPage comparison={comparison} title={t('trial.title', comparison)} lead={t('trial.text')}>
      {!isMeasured && (
        <Notice title={t('trial.unmeasured')}>
          <p>{t('trial.unmeasuredText')}</p>
          <TextLink to={paths.comparisonAct(comparison.id, 'verification/plan')}>
            {t('trial.planFirst')}
          </TextLink>
        </Notice>
      )}
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} idOf={() => 'from'} />
          <Field label={t('trial.from')} id="from" errors={lastResult?.error?.from?.map(message)}>
            <Input type="date" name="from" required defaultValue={today} />
          </Field>
          <FormActions>
            <SubmitButton>{t('trial.action')}</SubmitButton>
            <LinkButton kind="quiet" to={paths.comparison(comparison.id)}>
              {t('common:action.cancel')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
