import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { FormReply } from '../../ui/form/use-document-form.ts'
import { ApproveForm as ApproveSchema } from '../forms.ts'

interface ApproveFormProps {
  documentId: string
  version: { version: number; submittedAt: Date | null }
  reply: FormReply | undefined
}

/** Approves what was read, with a remark if there is one. */
export function ApproveForm({ documentId, version, reply }: ApproveFormProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const message = useMessage()
  const [form, { comment }] = useForm({
    id: 'approve',
    lastResult: reply?.lastResult ?? null,
    constraint: getZodConstraint(ApproveSchema),
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ApproveSchema }),
  })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormErrors
          title={t('common:form.problems')}
          errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
        />
        <input type="hidden" name="seenAt" value={version.submittedAt?.toISOString()} />
        <Field
          label={t('approve.comment')}
          note={t('common:optional')}
          field={{ ...comment, errors: comment.errors?.map(message) }}
        >
          <TextArea {...getTextareaProps(comment)} key="comment" />
        </Field>
        <FormActions>
          <SubmitButton>{t('approve.confirm')}</SubmitButton>
          <LinkButton to={paths.document(documentId, version.version)} kind="quiet">
            {t('approve.read')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
