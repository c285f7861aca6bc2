import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { documentKinds } from '../../kinds.ts'
import type { FormReply } from '../../ui/form/use-document-form.ts'
import { TemplateForm as TemplateSchema } from '../forms.ts'
import type { Template } from '../queries/templates.server.ts'

interface TemplateFormProps {
  template?: Template
  language: string
  reply: FormReply | undefined
}

/** With what a text of a kind begins. */
export function TemplateForm({ template, language, reply }: TemplateFormProps) {
  const { t } = useTranslation(['writing', 'documents'])
  const message = useMessage()
  const [form, { title, body }] = useForm({
    id: 'template',
    lastResult: reply?.lastResult ?? null,
    constraint: getZodConstraint(TemplateSchema),
    defaultValue: { title: template?.title, body: template?.body },
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: TemplateSchema }),
  })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Field label={t('documents:form.kind')}>
          <Select
            name="kind"
            defaultValue={template?.kind ?? 'technical_note'}
            options={documentKinds.map((value) => ({ value, label: t(`documents:kind.${value}`) }))}
          />
        </Field>
        <Field label={t('documents:form.language')}>
          <Select
            name="language"
            defaultValue={template?.language ?? language}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </Field>
        <Field label={t('templates.name')} field={{ ...title, errors: title.errors?.map(message) }}>
          <Input {...getInputProps(title, { type: 'text' })} key="title" />
        </Field>
        <Field label={t('documents:form.body')} field={{ ...body, errors: body.errors?.map(message) }}>
          <TextArea {...getTextareaProps(body)} key="body" rows={18} className="font-mono text-sm" />
        </Field>
        <FormActions>
          <SubmitButton>{t('templates.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
