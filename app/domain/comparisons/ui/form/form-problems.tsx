import type { SubmissionResult } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { FormErrors } from '#app/ui/form-errors.tsx'

interface FormProblemsProps {
  lastResult?: SubmissionResult<string[]> | null
  /** The id of a field by its name. */
  idOf?: (name: string) => string | undefined
}

/** What could not be accepted, on top of the form; each line leads to its field. */
export function FormProblems({ lastResult, idOf }: FormProblemsProps) {
  const { t } = useTranslation()
  const message = useMessage()
  const errors = Object.entries(lastResult?.error ?? {}).flatMap(([name, texts]) =>
    (texts ?? []).map((text) => ({ message: message(text), fieldId: name ? idOf?.(name) : undefined })),
  )
  return <FormErrors title={t('form.problems')} errors={errors} />
}
