import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FormProblems } from '../../ui/form/form-problems.tsx'
import { verificationLimits as limits } from '../verification.ts'
import type { Typed } from './typed.ts'

type ReadingField = 'value' | 'routine' | 'routineReason' | 'nonRoutine' | 'nonRoutineReason'
type ReadingDraft = Record<ReadingField | 'quantityId', string>

interface ActualsFormProps {
  draft: { volume: string; note: string; readings: ReadingDraft[] }
  quantities: { id: string; name: string; unit: string; followsVolume: boolean }[]
  revision: number
  typed: Typed
}

/** What was measured in a month, with what is added to the baseline so that both are comparable, and the evidence. */
export function ActualsForm({ draft, quantities, revision, typed }: ActualsFormProps) {
  const { t } = useTranslation('verification')
  const wantsVolume = quantities.some(({ followsVolume }) => followsVolume)
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={typed.lastResult} idOf={(name) => name} />
        <input type="hidden" name="revision" value={revision} />
        {wantsVolume && (
          <Field
            label={t('actuals.volume')}
            hint={t('actuals.volumeHint')}
            id="volume"
            errors={typed.errorsOf('volume')}
          >
            <Input
              name="volume"
              inputMode="decimal"
              required
              defaultValue={typed.valueOf('volume') ?? draft.volume}
            />
          </Field>
        )}
        {quantities.map((quantity, index) => (
          <ReadingFields
            key={quantity.id}
            index={index}
            quantity={quantity}
            draft={draft.readings[index]}
            typed={typed}
          />
        ))}
        <Field label={t('actuals.note')} id="note" errors={typed.errorsOf('note')}>
          <TextArea
            name="note"
            rows={3}
            maxLength={limits.note}
            defaultValue={typed.valueOf('note') ?? draft.note}
          />
        </Field>
        <p className="text-muted">{t('actuals.evidence')}</p>
        <FileUpload name="fileIds" errors={typed.lastResult?.error?.fileIds ?? undefined} hasCamera />
        <FormActions>
          <SubmitButton>{t(revision === 0 ? 'actuals.save' : 'actuals.correct')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

interface ReadingFieldsProps {
  index: number
  quantity: { id: string; name: string; unit: string }
  draft: ReadingDraft | undefined
  typed: Typed
}

function ReadingFields({ index, quantity, draft, typed }: ReadingFieldsProps) {
  const { t } = useTranslation('verification')
  const { unit } = quantity
  const field = (
    name: ReadingField,
    label: string,
    rest: { isRequired?: boolean; isText?: boolean; hint?: string } = {},
  ) => {
    const full = `readings[${index}].${name}`
    const value = typed.isRefused ? (typed.valueOf(full) ?? '') : (draft?.[name] ?? '')
    return (
      <Field label={label} hint={rest.hint} id={full} errors={typed.errorsOf(full)}>
        <Input
          name={full}
          required={rest.isRequired}
          inputMode={rest.isText ? undefined : 'decimal'}
          maxLength={rest.isText ? limits.reason : undefined}
          defaultValue={value}
        />
      </Field>
    )
  }
  return (
    <fieldset className="m-0 grid min-w-0 gap-3 rounded-md border border-line p-4 sm:grid-cols-2">
      <legend className="px-1 font-medium">{quantity.name}</legend>
      <input type="hidden" name={`readings[${index}].quantityId`} value={quantity.id} />
      <div className="sm:col-span-2">
        {field('value', t('actuals.value', { unit }), { isRequired: true })}
      </div>
      {field('routine', t('actuals.routine', { unit }), { hint: t('actuals.routineHint') })}
      {field('routineReason', t('actuals.reason'), { isText: true })}
      {field('nonRoutine', t('actuals.nonRoutine', { unit }), { hint: t('actuals.nonRoutineHint') })}
      {field('nonRoutineReason', t('actuals.reason'), { isText: true })}
    </fieldset>
  )
}
