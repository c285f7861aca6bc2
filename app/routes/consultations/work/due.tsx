import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { getConsultation, namedConsultation } from '#app/domain/consultations/queries/consultation.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { promiseDay } from '#app/domain/consultations/work/commands/due.server.ts'
import { DueForm } from '#app/domain/consultations/work/forms.ts'
import { workPolicy } from '#app/domain/consultations/work/policy.ts'
import { findDueDay } from '#app/domain/consultations/work/queries/today.server.ts'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { DueFields } from '#app/domain/consultations/work/ui/work-fields.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const known = await getConsultation(actor, params.id ?? '')
  authorize(workPolicy.promise(actor, known))
  const due = await findDueDay(actor, known.id)
  return { consultation: { ...namedConsultation(known), id: known.id }, due }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, DueForm, async (input) => {
    await promiseDay(actor, id, input)
    return redirectWithToast(
      paths.consultation(id),
      input.dueOn ? 'consultations:toast.promised' : 'consultations:toast.takenBack',
    )
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Due() {
  const { consultation, due } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('work')
  return (
    <ActPage consultation={consultation} title={t('due.title')} lead={t('due.lead')}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={{ dueOn: { id: 'dueOn' } }} />
          <DueFields reply={reply} due={due} />
          <FormActions>
            <SubmitButton>{t('act.due')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
