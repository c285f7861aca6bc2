import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import { type TemplateField, templateLimits, type Words } from '../templates.ts'
import { TemplateFieldRow } from './template-field-row.tsx'

interface TemplateFormProps {
  functions: MemberFunction[]
  template?: { function: MemberFunction; names: Words; fields: TemplateField[]; revision: number }
  lastResult?: SubmissionResult<string[]> | null
}

/** What was typed, as it comes back from a post that something was wrong with. */
interface TypedTemplate {
  function?: string
  names?: Words
  fields?: (Partial<Omit<TemplateField, 'choices' | 'isRequired'>> & {
    choices?: string
    isRequired?: string
  })[]
}

const fieldOf = ({ choices, isRequired, ...field }: NonNullable<TypedTemplate['fields']>[number]) => ({
  ...field,
  choices: choices?.split('\n') ?? [],
  isRequired: isRequired !== undefined,
})

/** So many empty fields stand below those that there are: each save that uses them up brings new ones. */
const blanks = 3

/** What a template is called and what it asks. Works by posts alone. */
export function QuestionTemplateForm({ functions, template, lastResult }: TemplateFormProps) {
  const { t } = useTranslation(['asking', 'common'])
  const typedBack = lastResult?.initialValue as TypedTemplate | undefined
  const known: Partial<TemplateField>[] = typedBack?.fields?.map(fieldOf) ?? template?.fields ?? []
  const rows = Math.min(known.length + blanks, templateLimits.fields)
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} />
        {template && <input type="hidden" name="revision" value={template.revision} />}
        <Field label={t('template.function')}>
          <Select
            name="function"
            required
            options={functions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
            defaultValue={typedBack?.function ?? template?.function}
          />
        </Field>
        <fieldset className="m-0 min-w-0 border-0 p-0">
          <legend className="ui-label mb-1">{t('template.name')}</legend>
          <FormRow>
            {languages.map((each) => (
              <Field key={each} label={languageNames[each]}>
                <Input
                  name={`names.${each}`}
                  lang={each}
                  maxLength={templateLimits.name}
                  defaultValue={(typedBack?.names ?? template?.names)?.[each] ?? ''}
                />
              </Field>
            ))}
          </FormRow>
        </fieldset>
        {Array.from({ length: rows }, (_, place) => (
          <TemplateFieldRow key={known[place]?.id ?? `new ${place}`} place={place} field={known[place]} />
        ))}
        <p className="text-sm text-muted">{t('template.blankHint')}</p>
        <FormActions>
          <SubmitButton>{t('template.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
