import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { UrgencyForm } from '#app/domain/consultations/clocks/acts.ts'
import { changeUrgency } from '#app/domain/consultations/clocks/commands/change-urgency.server.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { UrgencyChoice } from '#app/domain/consultations/clocks/ui/urgency-choice.tsx'
import { getConsultation, namedConsultation } from '#app/domain/consultations/queries/consultation.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { Problems } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { useFormOf } from '#app/domain/documents/acknowledgements/ui/use-form-of.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'clocks'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const known = await getConsultation(actor, params.id ?? '')
  authorize(clockPolicy.changeUrgency(actor, known))
  return { consultation: { ...namedConsultation(known), id: known.id }, urgency: known.urgency }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, UrgencyForm, async (input) => {
    await changeUrgency(actor, id, input)
    return redirectWithToast(paths.consultation(id), 'clocks:toast.urgency')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function ChangeUrgency() {
  const { consultation, urgency } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('clocks')
  const message = useMessage()
  const [form, fields] = useFormOf(UrgencyForm, 'urgency', reply, { urgency })
  return (
    <ActPage consultation={consultation} title={t('urgency.title')} lead={t('urgency.lead')}>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <Problems form={form} />
          <input type="hidden" name="previous" value={urgency} />
          <UrgencyChoice
            id={fields.urgency.id}
            errors={fields.urgency.errors?.map(message)}
            defaultValue={fields.urgency.initialValue}
          />
          <FormActions>
            <SubmitButton>{t('urgency.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
