import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { EditForm } from '#app/domain/consultations/talk/forms.ts'
import { openEdit } from '#app/domain/consultations/talk/queries/edit.server.ts'
import { InLane } from '#app/domain/consultations/talk/ui/in-lane.tsx'
import { MentionList } from '#app/domain/consultations/talk/ui/mention-list.tsx'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export const handle = { i18n: ['consultations', 'talk'] }

export const loader = loaderFor(({ actor, params: { id = '', messageId = '' } }) =>
  openEdit(actor, { consultationId: id, messageId }),
)

export const action = actionFor(({ actor, request, params: { id = '', messageId = '' } }) =>
  submit(request, EditForm, async (edit) => {
    await editMessage(actor, { consultationId: id, messageId }, edit)
    return redirectWithToast(`${paths.consultation(id)}#m-${messageId}`, 'talk:toast.edited')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Edit() {
  const { consultation, message: edited, stands, sides } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  const { t } = useTranslation(['talk', 'common'])
  const message = useMessage()
  const field = useRef<HTMLTextAreaElement>(null)
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: EditForm }),
  })
  const back = `${paths.consultation(consultation.id)}#m-${edited.id}`
  return (
    <ActPage consultation={consultation} title={t('editing.title')} lead={t('editing.text')}>
      {stands ? (
        <Notice title={t('error.stands')} />
      ) : (
        <Form method="post" id={form.id} onSubmit={form.onSubmit}>
          <FormFields>
            <FormProblems lastResult={lastResult} fields={{ body: fields.body }} />
            <input type="hidden" name="edits" value={edited.edits} />
            <InLane lane={edited.lane} sides={sides}>
              <Field label={t('editing.body')} id={fields.body.id} errors={fields.body.errors?.map(message)}>
                <div className="ui-suggest">
                  <TextArea
                    ref={field}
                    name="body"
                    rows={8}
                    required
                    defaultValue={String(lastResult?.initialValue?.body ?? edited.body)}
                  />
                  <MentionList
                    field={field}
                    readers={paths.consultationAct(consultation.id, 'readers', { lane: edited.lane })}
                  />
                </div>
              </Field>
            </InLane>
            <FormActions>
              <SubmitButton>{t('editing.save')}</SubmitButton>
              <LinkButton to={back} kind="quiet">
                {t('wordings.back')}
              </LinkButton>
            </FormActions>
          </FormFields>
        </Form>
      )}
    </ActPage>
  )
}
