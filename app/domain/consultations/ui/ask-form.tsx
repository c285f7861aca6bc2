import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { UrgencyChoice } from '../clocks/ui/urgency-choice.tsx'
import { consultationLimits } from '../consultation.ts'
import { AskForm } from '../forms.ts'
import type { PreparedQuestion } from '../queries/asking.server.ts'
import { FormProblems } from './form-problems.tsx'
import { useDraft, useForgetWhenSaved } from './use-draft.ts'

interface AskQuestionFormProps {
  question: PreparedQuestion
  account: { id: string; supplier: string; customer: string }
  lastResult?: SubmissionResult<string[]> | null
}

/** The drafts of subject and question, kept apart for each supplier and document. */
function useQuestionDrafts(key: string) {
  const subject = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTextAreaElement>(null)
  const { forget: forgetSubject } = useDraft(subject, `${key} subject`)
  const { forget: forgetBody } = useDraft(body, `${key} body`)
  const forget = useCallback(() => {
    forgetSubject()
    forgetBody()
  }, [forgetSubject, forgetBody])
  useForgetWhenSaved(forget, (pathname) => /^\/consultations\/[0-9a-f-]{36}$/.test(pathname))
  return { subject, body }
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
  const { document } = question
  const drafts = useQuestionDrafts(`draft consultation of ${account.id} ${document?.id ?? ''}`)
  return (
    <Form method="post" id={form.id} noValidate={form.noValidate} onSubmit={form.onSubmit}>
      <FormFields>
        <FormProblems lastResult={lastResult} fields={fields} />
        <input type="hidden" name="accountId" value={account.id} />
        {document && <input type="hidden" name="documentId" value={document.id} />}
        <FormRow>
          <FunctionAndProduct question={question} fields={fields} />
        </FormRow>
        <UrgencyChoice
          id={fields.urgency.id}
          errors={fields.urgency.errors?.map(message)}
          defaultValue={fields.urgency.initialValue}
        />
        <SubjectAndText drafts={drafts} fields={fields} />
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

type TextFields = Record<'subject' | 'body', { id: string; errors?: string[]; initialValue?: string }>
interface SubjectAndTextProps {
  fields: TextFields
  drafts: ReturnType<typeof useQuestionDrafts>
}

function SubjectAndText({ fields: { subject, body }, drafts }: SubjectAndTextProps) {
  const { t } = useTranslation('consultations')
  const message = useMessage()
  return (
    <>
      <Field
        label={t('form.subject')}
        hint={t('form.subjectHint')}
        id={subject.id}
        errors={subject.errors?.map(message)}
      >
        <Input
          ref={drafts.subject}
          name="subject"
          required
          maxLength={consultationLimits.subject}
          defaultValue={subject.initialValue}
        />
      </Field>
      <Field label={t('form.text')} hint={t('form.textHint')} id={body.id} errors={body.errors?.map(message)}>
        <TextArea ref={drafts.body} name="body" required rows={8} defaultValue={body.initialValue} />
      </Field>
    </>
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
