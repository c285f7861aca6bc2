import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changeGuest } from '#app/domain/consultations/guests/commands/change.server.ts'
import { GuestChangeForm } from '#app/domain/consultations/guests/forms.ts'
import { openGuest } from '#app/domain/consultations/guests/queries/guests.server.ts'
import { LastDay } from '#app/domain/consultations/guests/ui/guest-fields.tsx'
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

export const loader = loaderFor(({ actor, request, params }) =>
  openGuest(actor, params.id ?? '', new URL(request.url).searchParams.get('guest') ?? '', 'canChange'),
)

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, GuestChangeForm, async (input) => {
    await changeGuest(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'people'), 'guests:toast.changed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Change() {
  const { consultation, guest, timeZone } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('guests')
  const { id, name, revision, endsOn } = guest
  return (
    <ActPage consultation={consultation} title={t('change.title', { name })}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={{ endsOn: { id: 'endsOn' } }} />
          <input type="hidden" name="guestId" value={id} />
          <input type="hidden" name="revision" value={revision} />
          <LastDay {...{ reply, timeZone }} present={endsOn} />
          <FormActions>
            <SubmitButton>{t('change.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
