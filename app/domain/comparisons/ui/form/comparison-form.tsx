import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asLanguage } from '#app/i18n/languages.ts'
import { FormActions } from '#app/ui/form-layout.tsx'
import { useLocale } from '#app/ui/locale.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { editComparisonForm, newComparisonForm } from '../../forms.ts'
import { useSeen } from '../use-seen.ts'
import type { CharacteristicDraft, ComparisonDraft, NameDraft } from './draft.ts'
import { FormProblems } from './form-problems.tsx'
import { LineFields } from './line-fields.tsx'
import { ApplyChoice } from './model/apply-choice.tsx'
import { CharacteristicFields } from './model/characteristic-fields.tsx'
import { NameFields } from './model/name-fields.tsx'
import { YearTerms } from './model/year-terms.tsx'
import { OptionFields } from './option-fields.tsx'
import { TermFields } from './term-fields.tsx'
import { VolumeFields } from './volume-fields.tsx'

interface ComparisonFormProps {
  draft: ComparisonDraft
  /** Where it can be made; none when it is there already. */
  accounts?: { id: string; name: string }[]
  /** The revision that is being changed; none for a new one. */
  revision?: number
  currencies: { value: string; label: string }[]
  lastResult?: SubmissionResult<string[]> | null
  cancel: ReactNode
}

/** Terms, options, volumes and cost lines on one page. Lists grow and shrink by submit buttons, also without scripts. */
export function ComparisonForm({
  draft,
  accounts,
  revision,
  currencies,
  lastResult,
  cancel,
}: ComparisonFormProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  const language = asLanguage(useLocale().locale.slice(0, 2))
  const isIdle = useNavigation().state === 'idle'
  const seenRevision = useSeen(revision, { lastResult, isIdle })
  const schema = revision === undefined ? newComparisonForm(language) : editComparisonForm(language)
  const [form, fields] = useForm<ComparisonDraft>({
    lastResult,
    defaultValue: draft,
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-8">
      {/* The first button is the one that Enter presses. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      {revision !== undefined && <input type="hidden" name="revision" value={seenRevision} />}
      <FormProblems
        lastResult={form.status === 'error' ? { error: form.allErrors } : undefined}
        idOf={idIn(form.id)}
      />
      <TermFields fields={fields} accounts={accounts} currencies={currencies} />
      <YearTerms form={form} fields={fields} />
      <OptionFields form={form} options={fields.options} />
      <VolumeFields form={form} volumes={fields.volumes} />
      <NameFields form={form} names={fields.names} options={fields.options} />
      <CharacteristicFields form={form} characteristics={fields.characteristics} options={fields.options} />
      <LineFields
        form={form}
        lines={fields.lines}
        options={fields.options}
        names={[...fields.names.getFieldList(), ...fields.characteristics.getFieldList()].map(namedIn)}
        currency={fields.currency.value}
      />
      <ApplyChoice form={form} />
      <FormActions>
        <SubmitButton>{t('common:action.save')}</SubmitButton>
        {cancel}
      </FormActions>
    </Form>
  )
}

/** What can be named, as it is being typed. */
function namedIn(field: FieldMetadata<NameDraft> | FieldMetadata<CharacteristicDraft>) {
  const { name, unit } = (field as FieldMetadata<Pick<NameDraft, 'name' | 'unit'>>).getFieldset()
  return { name: name.value ?? '', unit: unit.value || '1' }
}

/** Conform makes a field's id from those of the form and the field's name. */
function idIn(formId: string): (name: string) => string {
  return (name) => `${formId}-${name}`
}
