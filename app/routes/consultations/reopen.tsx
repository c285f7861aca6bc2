import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import { ReopenForm } from '#app/domain/consultations/forms.ts'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useDraft, useForgetWhenSaved } from '#app/domain/consultations/ui/use-draft.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export const handle = { i18n: ['consultations', 'talk'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'reopen')
  return { consultation, status: known.status }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, ReopenForm, async ({ reason }) => {
    await reopenConsultation(actor, id, reason)
    return redirectWithToast(paths.consultation(id), 'consultations:toast.reopened')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Reopen() {
  const { consultation } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  const { t } = useTranslation('consultations')
  const message = useMessage()
  const field = useRef<HTMLTextAreaElement>(null)
  const { forget } = useDraft(field, `draft consultation ${consultation.id} reopen`)
  useForgetWhenSaved(forget, (pathname) => pathname === paths.consultation(consultation.id))
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ReopenForm }),
  })
  return (
    <ActPage consultation={consultation} title={t('reopening.title')} lead={t('reopening.text')}>
      <Form method="post" id={form.id} onSubmit={form.onSubmit}>
        <FormFields>
          <FormProblems lastResult={lastResult} fields={{ reason: fields.reason }} />
          <Field
            label={t('reopening.reason')}
            id={fields.reason.id}
            errors={fields.reason.errors?.map(message)}
          >
            <TextArea ref={field} name="reason" rows={5} required maxLength={2000} />
          </Field>
          <FormActions>
            <SubmitButton>{t('reopening.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
