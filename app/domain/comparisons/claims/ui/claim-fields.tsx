import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FormProblems } from '../../ui/form/form-problems.tsx'
import { claimLimits } from '../claim.ts'

interface ClaimFieldsProps {
  lines: { id: string; name: string }[]
  claim?: {
    statement: string
    source: string
    sourceDate: string
    conditions: string
    expiresOn: string
    coversAll: boolean
    lineIds: string[]
  }
  /** The product, or the revision that the person saw. */
  hidden: Record<string, string | number>
  submitLabel: string
  lastResult?: SubmissionResult<string[]> | null
}

const texts = ['statement', 'source', 'conditions'] as const
const days = ['sourceDate', 'expiresOn'] as const

/** What is said, its source and date, the conditions under which it holds, its end, and the values that it stands behind. */
export function ClaimFields({ lines, claim, hidden, submitLabel, lastResult }: ClaimFieldsProps) {
  const { t } = useTranslation('fairness')
  const message = useMessage()
  const errorsOf = (name: string) => lastResult?.error?.[name]?.map(message)
  const typed = (name: string): string | undefined => {
    const value: unknown = lastResult?.initialValue?.[name]
    return typeof value === 'string' ? value : undefined
  }
  const chosen: unknown = lastResult?.initialValue?.lineIds
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} idOf={(name) => name} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {texts.map((name) => (
          <Field
            key={name}
            id={name}
            label={t(`field.${name}`)}
            hint={t(`hint.${name}`)}
            errors={errorsOf(name)}
          >
            <TextArea
              name={name}
              rows={name === 'conditions' ? 4 : 2}
              required
              maxLength={claimLimits[name]}
              defaultValue={typed(name) ?? claim?.[name]}
            />
          </Field>
        ))}
        {days.map((name) => (
          <Field
            key={name}
            id={name}
            label={t(`field.${name}`)}
            hint={t(`hint.${name}`)}
            errors={errorsOf(name)}
          >
            <Input type="date" name={name} required defaultValue={typed(name) ?? claim?.[name]} />
          </Field>
        ))}
        <RadioGroup
          id="covers"
          name="covers"
          label={t('field.covers')}
          errors={errorsOf('covers')}
          defaultValue={typed('covers') ?? (claim && !claim.coversAll ? 'lines' : 'all')}
          choices={[
            { value: 'all', label: t('covers.all') },
            { value: 'lines', label: t('covers.lines') },
          ]}
        />
        {lines.length > 0 && (
          <CheckboxGroup
            id="lineIds"
            name="lineIds"
            label={t('covers.which')}
            hint={t('covers.whichHint')}
            errors={errorsOf('lineIds')}
            isInColumns
            defaultValues={chosen ? [chosen].flat().map(String) : claim?.lineIds}
            choices={lines.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormActions>
          <SubmitButton name="act" value="keep">
            {submitLabel}
          </SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
