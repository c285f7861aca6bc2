import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { PauseForm } from '#app/domain/consultations/clocks/acts.ts'
import { pauseClocks } from '#app/domain/consultations/clocks/commands/pause.server.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { PauseFields } from '#app/domain/consultations/clocks/ui/pause-fields.tsx'
import { getConsultation, namedConsultation } from '#app/domain/consultations/queries/consultation.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { useFormOf } from '#app/domain/documents/acknowledgements/ui/use-form-of.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'clocks', 'talk'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const known = await getConsultation(actor, params.id ?? '')
  authorize(clockPolicy.pause(actor, known))
  return { consultation: { ...namedConsultation(known), id: known.id } }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, PauseForm, async (input) => {
    await pauseClocks(actor, id, input)
    return redirectWithToast(paths.consultation(id), 'clocks:toast.paused')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Pause() {
  const { consultation } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('clocks')
  const [form, fields] = useFormOf(PauseForm, 'pause', reply, { reason: 'waiting' })
  return (
    <ActPage consultation={consultation} title={t('pause.title')} lead={t('pause.lead')}>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <PauseFields form={form} fields={fields} />
          <FormActions>
            <SubmitButton>{t('pause.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
