import type { SubmissionResult } from '@conform-to/react'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { comparisonLimits } from '../../comparison.ts'

interface ReasonFieldProps {
  label: string
  hint: string
  isRequired?: boolean
  lastResult: SubmissionResult<string[]> | null | undefined
}

/** Why a step is taken; what was typed stays there when it is refused. */
export function ReasonField({ label, hint, isRequired = false, lastResult }: ReasonFieldProps) {
  const message = useMessage()
  const typed = lastResult?.initialValue?.reason
  return (
    <Field label={label} hint={hint} id="reason" errors={lastResult?.error?.reason?.map(message)}>
      <TextArea
        name="reason"
        required={isRequired}
        rows={4}
        maxLength={comparisonLimits.reason}
        defaultValue={typeof typed === 'string' ? typed : ''}
      />
    </Field>
  )
}
