import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { takeBack } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { RevisionForm } from '#app/domain/consultations/parts/forms.ts'
import { openPart } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { Contributed } from '#app/domain/consultations/parts/ui/contributed.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openPart(actor, params.id ?? '', params.partId ?? '')
  authorize(opened.part.canContribute)
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '', partId = '' } }) =>
  submit(request, RevisionForm, async ({ revision }) => {
    await takeBack(actor, { consultationId: id, partId }, revision)
    return redirectWithToast(paths.consultationAct(id, `parts/${partId}`), 'parts:toast.takenBack')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

/** Where one lands when it could not be taken back: what stands there by now. */
export default function TakeBack() {
  const { consultation, part } = useLoaderData<typeof loader>()
  const { lastResult } = useReply(useActionData<typeof action>())
  const { t } = useTranslation('parts')
  return (
    <ActPage consultation={consultation} title={t('takeBack')} lead={part.question}>
      <FormProblems lastResult={lastResult} />
      {part.state !== 'contributed' && <Notice title={t('nothingToTakeBack')} />}
      <Contributed consultationId={consultation.id} part={part} />
      {part.state === 'contributed' && (
        <Form method="post">
          <input type="hidden" name="revision" value={part.revision} />
          <SubmitButton>{t('takeBack')}</SubmitButton>
        </Form>
      )}
    </ActPage>
  )
}
