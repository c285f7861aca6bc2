import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { removeParticipant } from '#app/domain/consultations/participants/commands/participants.server.ts'
import { RemovalForm } from '#app/domain/consultations/participants/forms.ts'
import { openRemoval } from '#app/domain/consultations/participants/queries/people.server.ts'
import { findVisibleConsultations } from '#app/domain/consultations/queries/consultation.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'participants'] }

export const loader = loaderFor(({ actor, request, params }) =>
  openRemoval(actor, params.id ?? '', new URL(request.url).searchParams.get('member') ?? ''),
)

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, RemovalForm, async (input) => {
    await removeParticipant(actor, id, input)
    const to =
      (await findVisibleConsultations(actor, [id])).length > 0
        ? paths.consultationAct(id, 'people')
        : paths.consultations()
    return redirectWithToast(to, 'participants:toast.removed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Remove() {
  const { consultation, participant } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('participants')
  const { id, name, revision, isMe, isLent } = participant
  const lead = isLent ? 'lent' : 'others'
  return (
    <ActPage
      consultation={consultation}
      title={isMe ? t('leave.title') : t('remove.title', { name })}
      lead={isMe ? t(`leave.lead.${lead}`) : t(`remove.lead.${lead}`, { name })}
    >
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
          <input type="hidden" name="memberId" value={id} />
          <input type="hidden" name="revision" value={revision} />
          <FormActions>
            <SubmitButton>{t(isMe ? 'leave.submit' : 'remove.submit')}</SubmitButton>
            <LinkButton to={paths.consultationAct(consultation.id, 'people')} kind="quiet">
              {t('back')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
