import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { closeConsultation } from '#app/domain/consultations/work/commands/close.server.ts'
import { CloseForm } from '#app/domain/consultations/work/forms.ts'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { ReasonField } from '#app/domain/consultations/work/ui/work-fields.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'close')
  return { consultation, side: actor.side, status: known.status }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, CloseForm, async ({ reason }) => {
    await closeConsultation(actor, id, reason)
    return redirectWithToast(paths.consultation(id), 'consultations:toast.closed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Close() {
  const { consultation, side } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('work')
  return (
    <ActPage consultation={consultation} title={t('close.title')} lead={t(`close.lead.${side}`)}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={{ reason: { id: 'reason' } }} />
          <ReasonField reply={reply} label={t('close.reason')} hint={t('close.reasonHint')} />
          <FormActions>
            <SubmitButton>{t('act.close')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
