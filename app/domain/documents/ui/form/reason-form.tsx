import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { ReturnForm } from '../../forms.ts'
import type { FormReply } from './use-document-form.ts'

interface ReasonFormProps {
  documentId: string
  label: string
  reply: FormReply | undefined
  /** Hidden fields. */
  children?: ReactNode
  button: ReactNode
  kind: 'primary' | 'danger'
}

/** A step that needs a reason. */
export function ReasonForm({ documentId, label, reply, children, button, kind }: ReasonFormProps) {
  const { t } = useTranslation()
  const message = useMessage()
  const [form, { reason }] = useForm({
    id: 'reason',
    lastResult: reply?.lastResult ?? null,
    constraint: getZodConstraint(ReturnForm),
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ReturnForm }),
  })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormErrors
          title={t('form.problems')}
          errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
        />
        {children}
        <Field label={label} field={{ ...reason, errors: reason.errors?.map(message) }}>
          <TextArea {...getTextareaProps(reason)} key="reason" />
        </Field>
        <FormActions>
          <SubmitButton kind={kind}>{button}</SubmitButton>
          <LinkButton to={paths.document(documentId)} kind="quiet">
            {t('action.cancel')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
