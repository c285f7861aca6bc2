import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { changeDraft } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { DraftForm } from '#app/domain/consultations/parts/forms.ts'
import { openDraft } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openDraft(actor, params.id ?? '')
  authorize(opened.mayCoordinate)
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, DraftForm, async (input) => {
    await changeDraft(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.kept')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Draft() {
  const { consultation, draft } = useLoaderData<typeof loader>()
  const { lastResult, errorsOf, valueOf: typedOf } = useReply(useActionData<typeof action>())
  const { t } = useTranslation(['parts', 'common'])
  return (
    <ActPage consultation={consultation} title={t('edit')} lead={t('editLead')}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} />
          <input type="hidden" name="revision" value={draft.revision} />
          <Field label={t('draft')} errors={errorsOf('body')}>
            <TextArea name="body" rows={16} required defaultValue={typedOf('body') ?? draft.body} />
          </Field>
          <CheckboxGroup
            label={t('mustSign')}
            name="functions"
            defaultValues={draft.functions}
            errors={errorsOf('functions')}
            choices={memberFunctions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
          />
          {draft.files.length > 0 && (
            <CheckboxGroup
              label={t('filesAlong')}
              name="fileIds"
              defaultValues={draft.files.filter(({ goesAlong }) => goesAlong).map(({ id }) => id)}
              errors={errorsOf('fileIds')}
              choices={draft.files.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FormActions>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
