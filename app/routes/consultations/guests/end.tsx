import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { endGuest } from '#app/domain/consultations/guests/commands/change.server.ts'
import { GuestEndForm } from '#app/domain/consultations/guests/forms.ts'
import { openGuest } from '#app/domain/consultations/guests/queries/guests.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'guests'] }

export const loader = loaderFor(({ actor, request, params }) =>
  openGuest(actor, params.id ?? '', new URL(request.url).searchParams.get('guest') ?? '', 'canEnd'),
)

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, GuestEndForm, async (input) => {
    await endGuest(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'people'), 'guests:toast.ended')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function End() {
  const { consultation, guest } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('guests')
  const { id, name, revision } = guest
  return (
    <ActPage consultation={consultation} title={t('end.title', { name })} lead={t('end.lead', { name })}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
          <input type="hidden" name="guestId" value={id} />
          <input type="hidden" name="revision" value={revision} />
          <FormActions>
            <SubmitButton>{t('end.submit')}</SubmitButton>
            <LinkButton to={paths.consultationAct(consultation.id, 'people')} kind="quiet">
              {t('end.back')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
