import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { inviteGuest } from '#app/domain/consultations/guests/commands/invite.server.ts'
import { GuestForm } from '#app/domain/consultations/guests/forms.ts'
import { openInviting } from '#app/domain/consultations/guests/queries/guests.server.ts'
import { GuestFields } from '#app/domain/consultations/guests/ui/guest-fields.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'guests'] }

export const loader = loaderFor(({ actor, params }) => openInviting(actor, params.id ?? ''))

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, GuestForm, async (input) => {
    await inviteGuest(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'people'), 'guests:toast.invited')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

const fields = Object.fromEntries(
  ['name', 'organizationName', 'email', 'language', 'endsOn'].map((id) => [id, { id }]),
)

export default function Invite() {
  const { consultation, sides, timeZone, language } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('guests')
  return (
    <ActPage consultation={consultation} title={t('invite.title')} lead={t('invite.lead', sides)}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={fields} />
          <GuestFields {...{ reply, timeZone, language }} />
          <FormActions>
            <SubmitButton>{t('invite.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
