import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { releaseDraft } from '#app/domain/consultations/parts/commands/release.server.ts'
import { ReleaseForm } from '#app/domain/consultations/parts/forms.ts'
import { openDraft } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { DraftFiles } from '#app/domain/consultations/parts/ui/draft-card.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Card } from '#app/ui/card.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openDraft(actor, params.id ?? '')
  authorize(opened.mayCoordinate)
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, ReleaseForm, async (input) => {
    await releaseDraft(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.released')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Release() {
  const { consultation, draft, answerMessageId } = useLoaderData<typeof loader>()
  const { lastResult } = useReply(useActionData<typeof action>())
  const { t } = useTranslation('parts')
  return (
    <ActPage consultation={consultation} title={t('release')} lead={t('releaseLead')}>
      <Card>
        <Prose html={draft.html} />
        <DraftFiles consultationId={consultation.id} files={draft.files} />
      </Card>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} />
          <input type="hidden" name="revision" value={draft.revision} />
          {answerMessageId && <input type="hidden" name="replaces" value={answerMessageId} />}
          <FormActions>
            <SubmitButton>{t('release')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
