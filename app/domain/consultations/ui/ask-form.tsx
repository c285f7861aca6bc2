import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { consultationLimits } from '../consultation.ts'
import { AskForm } from '../forms.ts'
import type { PreparedQuestion } from '../queries/asking.server.ts'
import { FormProblems } from './form-problems.tsx'
import { useDraft } from './use-draft.ts'

interface AskQuestionFormProps {
  question: PreparedQuestion
  account: { id: string; supplier: string; customer: string }
  lastResult?: SubmissionResult<string[]> | null
}

export function AskQuestionForm({ question, account, lastResult }: AskQuestionFormProps) {
  const { t } = useTranslation(['consultations', 'common'])
  const message = useMessage()
  const [form, fields] = useForm({
    lastResult,
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: AskForm }),
    defaultValue: { function: question.suggested },
  })
  const subject = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTextAreaElement>(null)
  const draft = `draft consultation of ${account.id} ${question.document?.id ?? ''}`
  const subjectDraft = useDraft(subject, `${draft} subject`)
  const bodyDraft = useDraft(body, `${draft} body`)
  const forget = () => {
    subjectDraft.forget()
    bodyDraft.forget()
  }
  const errorsOf = (field: { errors?: string[] }) => field.errors?.map(message)
  return (
    <Form
      method="post"
      id={form.id}
      noValidate={form.noValidate}
      onSubmit={(event) => {
        form.onSubmit(event)
        if (!event.defaultPrevented) forget()
      }}
    >
      <FormFields>
        <FormProblems lastResult={lastResult} fields={fields} />
        <input type="hidden" name="accountId" value={account.id} />
        {question.document && <input type="hidden" name="documentId" value={question.document.id} />}
        <FormRow>
          <FunctionAndProduct question={question} fields={fields} />
        </FormRow>
        <Field
          label={t('form.subject')}
          hint={t('form.subjectHint')}
          id={fields.subject.id}
          errors={errorsOf(fields.subject)}
        >
          <Input
            ref={subject}
            name="subject"
            required
            maxLength={consultationLimits.subject}
            defaultValue={fields.subject.initialValue}
          />
        </Field>
        <Field
          label={t('form.text')}
          hint={t('form.textHint')}
          id={fields.body.id}
          errors={errorsOf(fields.body)}
        >
          <TextArea ref={body} name="body" required rows={8} defaultValue={fields.body.initialValue} />
        </Field>
        <Field label={t('form.files')} note={t('common:optional')}>
          <FileUpload name="fileIds" errors={fields.fileIds.errors} />
        </Field>
        <p className="text-xs text-muted">{t('form.readers', account)}</p>
        <FormActions>
          <SubmitButton>{t('form.submit')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

type AskFields = Record<'function' | 'productId', { id: string; errors?: string[]; initialValue?: string }>

function FunctionAndProduct({ question, fields }: { question: PreparedQuestion; fields: AskFields }) {
  const { t } = useTranslation(['consultations', 'common'])
  const message = useMessage()
  const functions = question.functions.map((value) => ({ value, label: t(`common:function.${value}`) }))
  const products = question.products.map(({ id, number, name, family }) => ({
    value: id,
    label: `${number} ${name}`,
    group: family,
  }))
  return (
    <>
      <Field
        label={t('form.function')}
        hint={t('form.functionHint')}
        id={fields.function.id}
        errors={fields.function.errors?.map(message)}
      >
        <Select name="function" required options={functions} defaultValue={fields.function.initialValue} />
      </Field>
      {products.length > 0 && (
        <Field
          label={t('form.product')}
          note={t('common:optional')}
          id={fields.productId.id}
          errors={fields.productId.errors?.map(message)}
        >
          <Select
            name="productId"
            emptyLabel={t('form.noProduct')}
            options={products}
            defaultValue={fields.productId.initialValue}
          />
        </Field>
      )}
    </>
  )
}
