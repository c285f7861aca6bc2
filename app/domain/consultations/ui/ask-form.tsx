import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { useIncomingFiles } from '#app/domain/files/ui/use-incoming-files.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { AskerChoice } from '../asking/ui/asker-choice.tsx'
import { SuggestionList } from '../asking/ui/suggestion-list.tsx'
import { TemplateAnswers } from '../asking/ui/template-answers.tsx'
import { TemplateChoice } from '../asking/ui/template-choice.tsx'
import { useKeptDraft } from '../asking/ui/use-kept-draft.ts'
import { UrgencyChoice } from '../clocks/ui/urgency-choice.tsx'
import { AskForm, WriteDownForm } from '../forms.ts'
import type { PreparedQuestion } from '../queries/asking.server.ts'
import { FormProblems } from './form-problems.tsx'
import { FunctionAndProduct, OrderNumber, SubjectAndText } from './question-fields.tsx'
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
  return { subject, body, forget }
}

export function AskQuestionForm({ question, account, lastResult }: AskQuestionFormProps) {
  const { t } = useTranslation(['consultations', 'common'])
  const message = useMessage()
  const [form, fields] = useForm({
    lastResult,
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: question.askers ? WriteDownForm : AskForm }),
    defaultValue: { function: question.suggested, ...question.draft },
  })
  const { document } = question
  const incoming = useIncomingFiles()
  const formElement = useRef<HTMLFormElement>(null)
  const drafts = useQuestionDrafts(`draft consultation of ${account.id} ${document?.id ?? ''}`)
  const stopKeeping = useKeptDraft(formElement)
  const { forget } = drafts
  const forgetAll = useCallback(() => {
    stopKeeping()
    forget()
  }, [stopKeeping, forget])
  return (
    <Form ref={formElement} method="post" id={form.id} noValidate={form.noValidate} onSubmit={form.onSubmit}>
      <FormFields>
        <FormProblems lastResult={lastResult} fields={fields} />
        <input type="hidden" name="accountId" value={account.id} />
        {document && <input type="hidden" name="documentId" value={document.id} />}
        {question.askers && <AskerChoice askers={question.askers} field={fields.askedById} />}
        <TemplateChoice question={question} />
        <FormRow>
          <FunctionAndProduct question={question} fields={fields} />
        </FormRow>
        <UrgencyChoice
          id={fields.urgency.id}
          errors={fields.urgency.errors?.map(message)}
          defaultValue={fields.urgency.initialValue}
        />
        <SubjectAndText drafts={drafts} fields={fields} onPaste={incoming.onPaste} />
        {question.template && (
          <TemplateAnswers
            key={question.template.id}
            template={question.template}
            values={lastResult?.initialValue?.answers as Record<string, unknown> | undefined}
            errors={lastResult?.error ?? {}}
          />
        )}
        <SuggestionList
          form={formElement}
          formKey={question.formKey}
          canEnd={!question.askers}
          onEnded={forgetAll}
        />
        <OrderNumber field={fields.orderNumber} />
        <Field label={t('form.files')} note={t('common:optional')}>
          <FileUpload name="fileIds" errors={fields.fileIds.errors} incoming={incoming.files} hasCamera />
        </Field>
        <p className="text-xs text-muted">{t('form.readers', account)}</p>
        <FormActions>
          <SubmitButton>{t('form.submit')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
