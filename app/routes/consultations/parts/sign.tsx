import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { signDraft } from '#app/domain/consultations/parts/commands/release.server.ts'
import { SignForm } from '#app/domain/consultations/parts/forms.ts'
import { type OpenParts, openDraft } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { DraftFiles } from '#app/domain/consultations/parts/ui/draft-card.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const opened = await openDraft(actor, params.id ?? '')
  authorize(opened.signs.some((fn) => opened.draft.functions.includes(fn)))
  return opened
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, SignForm, async (input) => {
    await signDraft(actor, id, input)
    return redirectWithToast(paths.consultationAct(id, 'parts'), 'parts:toast.said')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Sign() {
  const { consultation, draft, signs } = useLoaderData<typeof loader>()
  const { t } = useTranslation('parts')
  const mine = signs.filter((fn) => draft.missing.includes(fn))
  return (
    <ActPage
      consultation={consultation}
      title={t('sign')}
      lead={t(mine.length > 1 ? 'signForSeveral' : 'signLead', { revision: draft.revision })}
    >
      <Card>
        <Prose html={draft.html} />
        <DraftFiles consultationId={consultation.id} files={draft.files} />
      </Card>
      {mine.length === 0 ? <Notice title={t('nothingLeft')} /> : <SignFields draft={draft} mine={mine} />}
    </ActPage>
  )
}

interface SignFieldsProps {
  draft: { revision: number }
  mine: OpenParts['signs']
}

function SignFields({ draft, mine }: SignFieldsProps) {
  const { lastResult, errorsOf, valueOf: typedOf } = useReply(useActionData<typeof action>())
  const { t } = useTranslation(['parts', 'common'])
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} />
        <input type="hidden" name="revision" value={draft.revision} />
        <CheckboxGroup
          label={t('signFor')}
          name="functions"
          defaultValues={mine}
          errors={errorsOf('functions')}
          choices={mine.map((value) => ({ value, label: t(`common:function.${value}`) }))}
        />
        <Field label={t('objection')} hint={t('objectionHint')} errors={errorsOf('objection')}>
          <TextArea name="objection" rows={3} defaultValue={typedOf('objection')} />
        </Field>
        <FormActions>
          <SubmitButton name="act" value="sign">
            {t('sign')}
          </SubmitButton>
          <SubmitButton name="act" value="object" kind="secondary">
            {t('object')}
          </SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
