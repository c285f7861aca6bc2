import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mergeConsultation } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { MergeForm } from '#app/domain/consultations/linking/forms.ts'
import { previewMerge } from '#app/domain/consultations/linking/queries/merge.server.ts'
import { MergeFacts } from '#app/domain/consultations/linking/ui/merge-facts.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'linking'] }

export const loader = loaderFor(async ({ actor, request, params }) =>
  previewMerge(actor, params.id ?? '', new URL(request.url).searchParams.get('into') ?? ''),
)

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, MergeForm, async ({ intoId }) => {
    await mergeConsultation(actor, id, intoId)
    return redirectWithToast(paths.consultation(intoId), 'linking:toast.merged')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.merged.number }]

export default function Merge() {
  const preview = useLoaderData<typeof loader>()
  const { merged, survivor, problem, canTurn } = preview
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('linking')
  const t2 = t as unknown as (key: string, values: object) => string
  return (
    <ActPage
      consultation={merged}
      title={t('merge.title', { merged: merged.number, survivor: survivor.number })}
      lead={t('merge.lead')}
    >
      {problem ? (
        <Notice tone="danger" title={t2(problem.key, problem.values)} />
      ) : (
        <>
          <MergeFacts preview={preview} />
          <Form method="post">
            <FormFields>
              <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
              <input type="hidden" name="intoId" value={survivor.id} />
              <FormActions>
                <SubmitButton>{t('merge.submit', { survivor: survivor.number })}</SubmitButton>
              </FormActions>
            </FormFields>
          </Form>
        </>
      )}
      {canTurn && (
        <p>
          <LinkButton to={paths.consultationAct(survivor.id, 'merge', { into: merged.id })} kind="quiet">
            {t('merge.turn', { merged: merged.number, survivor: survivor.number })}
          </LinkButton>
        </p>
      )}
    </ActPage>
  )
}
