import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { snoozeConsultation } from '#app/domain/consultations/work/commands/snooze.server.ts'
import { SnoozeForm } from '#app/domain/consultations/work/forms.ts'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { SnoozeFields } from '#app/domain/consultations/work/ui/work-fields.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { id, number, subject } = await openAct(actor, params.id ?? '', 'post')
  return { consultation: { id, number, subject } }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, SnoozeForm, async (input) => {
    await snoozeConsultation(actor, id, input)
    return redirectWithToast(paths.consultation(id), 'consultations:toast.snoozed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Snooze() {
  const { consultation } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('work')
  return (
    <ActPage consultation={consultation} title={t('snooze.title')} lead={t('snooze.lead')}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={{ at: { id: 'at' } }} />
          <SnoozeFields reply={reply} />
          <FormActions>
            <SubmitButton>{t('act.snooze')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
