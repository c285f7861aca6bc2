import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions } from '#app/ui/form-layout.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { FormReply } from './use-form-of.ts'

export interface Declaration {
  documentId: string
  version: number
  /** In the reader's language, as it will be stored. */
  statement: string
  /** Those that the reader can still stand for. */
  functions: MemberFunction[]
}

/** The statement in full, and one button. Who has several functions that are asked says for which one it is. */
export function AcknowledgeForm({ declaration, reply }: { declaration: Declaration; reply?: FormReply }) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const { documentId, version, statement, functions } = declaration
  const [first] = functions
  const action = paths.documentAcknowledgement(documentId, version)
  const errors = Object.values(reply?.lastResult?.error ?? {}).flatMap((each) => each ?? [])
  return (
    <Form method="post" action={action} className="grid gap-3">
      <FormErrors
        title={t('common:form.problems')}
        errors={errors.map((error) => ({ message: message(error) }))}
      />
      <blockquote className="max-w-prose whitespace-pre-line border-line border-s-2 ps-3 text-base">
        {statement}
      </blockquote>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="statement" value={statement} />
      {functions.length > 1 ? (
        <Field label={t('acknowledge.as')} id="acknowledge-function">
          <Select
            name="function"
            options={functions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
          />
        </Field>
      ) : (
        <input type="hidden" name="function" value={first} />
      )}
      <FormActions>
        <SubmitButton action={action}>{t('acknowledge.button')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
