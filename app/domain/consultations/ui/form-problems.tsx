import type { SubmissionResult } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { FormErrors } from '#app/ui/form-errors.tsx'

interface FormProblemsProps {
  lastResult?: SubmissionResult<string[]> | null
  /** Ids of the fields, by name. */
  fields?: Record<string, { id: string }>
}

/** What the server could not accept, on top of the form. */
export function FormProblems({ lastResult, fields = {} }: FormProblemsProps) {
  const { t } = useTranslation()
  const message = useMessage()
  const errors = Object.entries(lastResult?.error ?? {}).flatMap(([name, texts]) =>
    (texts ?? []).map((text) => ({ message: message(text), fieldId: fields[name]?.id })),
  )
  return <FormErrors title={t('form.problems')} errors={errors} />
}
