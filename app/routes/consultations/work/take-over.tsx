import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { takeOver } from '#app/domain/consultations/work/commands/take-over.server.ts'
import { TakeOverForm } from '#app/domain/consultations/work/forms.ts'
import { findHolder } from '#app/domain/consultations/work/queries/present.server.ts'
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
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'assign')
  return { consultation, holder: await findHolder(known.assigneeId) }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, TakeOverForm, async (input) => {
    await takeOver(actor, id, input)
    return redirectWithToast(paths.consultation(id), 'consultations:toast.takenOver')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function TakeOver() {
  const { consultation, holder } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation('work')
  const lead = holder
    ? t(holder.isThere ? 'takeOver.fromPresent' : 'takeOver.fromAway', { name: holder.name })
    : ''
  return (
    <ActPage consultation={consultation} title={t('takeOver.title')} lead={lead}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={{ reason: { id: 'reason' } }} />
          {holder && <input type="hidden" name="previousId" value={holder.id} />}
          {holder?.isThere && (
            <ReasonField reply={reply} label={t('takeOver.reason')} hint={t('takeOver.reasonHint')} />
          )}
          <FormActions>
            <SubmitButton>{t('act.take_over')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
