import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { contribute } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { ContributionForm } from '#app/domain/consultations/parts/forms.ts'
import { openPart } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { Contributed } from '#app/domain/consultations/parts/ui/contributed.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openPart(actor, params.id ?? '', params.partId ?? '')
  authorize(opened.part.canContribute)
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '', partId = '' } }) =>
  submit(request, ContributionForm, async (input) => {
    await contribute(actor, { consultationId: id, partId }, input)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.contributed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Part() {
  const { consultation, part } = useLoaderData<typeof loader>()
  const { lastResult, errorsOf, valueOf: typedOf } = useReply(useActionData<typeof action>())
  const { t } = useTranslation('parts')
  const takeBack = paths.consultationAct(consultation.id, `parts/${part.id}/take-back`)
  if (part.state !== 'open')
    return (
      <ActPage consultation={consultation} title={t(`state.${part.state}`)} lead={part.question}>
        <Contributed consultationId={consultation.id} part={part} />
        {part.state === 'contributed' && (
          <Form method="post" action={takeBack}>
            <input type="hidden" name="revision" value={part.revision} />
            <SubmitButton>{t('takeBack')}</SubmitButton>
          </Form>
        )}
      </ActPage>
    )
  return (
    <ActPage consultation={consultation} title={t('contribute')} lead={part.question}>
      {part.returnedWords && <p>{t('returned', { words: part.returnedWords })}</p>}
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} />
          <input type="hidden" name="revision" value={part.revision} />
          <Field label={t('contribution')} errors={errorsOf('contribution')}>
            <TextArea
              name="contribution"
              rows={10}
              required
              defaultValue={typedOf('contribution') ?? part.contribution}
            />
          </Field>
          <FileUpload
            name="fileIds"
            attached={part.files}
            errors={lastResult?.error?.fileIds ?? undefined}
            hasCamera
          />
          <FormActions>
            <SubmitButton name="act" value="handIn">
              {t('handIn')}
            </SubmitButton>
            <SubmitButton name="act" value="save" kind="secondary">
              {t('save')}
            </SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
