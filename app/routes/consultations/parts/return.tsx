import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { sendBack } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { PartReasonForm } from '#app/domain/consultations/parts/forms.ts'
import { openPart } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openPart(actor, params.id ?? '', params.partId ?? '')
  authorize(opened.mayCoordinate)
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '', partId = '' } }) =>
  submit(request, PartReasonForm, async (input) => {
    await sendBack(actor, { consultationId: id, partId }, input)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.returned')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Return() {
  const { consultation, part } = useLoaderData<typeof loader>()
  const { lastResult, errorsOf, valueOf: typedOf } = useReply(useActionData<typeof action>())
  const { t } = useTranslation('parts')
  return (
    <ActPage consultation={consultation} title={t('return')} lead={part.question}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} />
          <input type="hidden" name="revision" value={part.revision} />
          <Field label={t('reason')} errors={errorsOf('reason')}>
            <TextArea name="reason" rows={4} required defaultValue={typedOf('reason')} />
          </Field>
          <FormActions>
            <SubmitButton>{t('return')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
