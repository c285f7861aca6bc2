import { useTranslation } from 'react-i18next'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { fieldKinds, type TemplateField, templateLimits } from '../templates.ts'

/** One field of a template: how it is called, of what kind it is, and what belongs to that. */
export function TemplateFieldRow({ place, field }: { place: number; field?: Partial<TemplateField> }) {
  const { t } = useTranslation('asking')
  const name = (part: string) => `fields[${place}].${part}`
  return (
    <fieldset className="ui-form m-0 min-w-0 border-0 border-t border-line p-0 pt-3">
      <legend className="sr-only">{t('template.field', { number: place + 1 })}</legend>
      {field?.id && <input type="hidden" name={name('id')} value={field.id} />}
      <FormRow>
        {languages.map((each) => (
          <Field key={each} label={`${t('template.label', { number: place + 1 })} · ${languageNames[each]}`}>
            <Input
              name={name(`labels.${each}`)}
              lang={each}
              maxLength={templateLimits.label}
              defaultValue={field?.labels?.[each] ?? ''}
            />
          </Field>
        ))}
      </FormRow>
      <FormRow>
        <Field label={t('template.kind')}>
          <Select
            name={name('kind')}
            options={fieldKinds.map((value) => ({ value, label: t(`fieldKind.${value}`) }))}
            defaultValue={field?.kind ?? 'text'}
          />
        </Field>
        <Field label={t('template.unit')}>
          <Input name={name('unit')} maxLength={templateLimits.unit} defaultValue={field?.unit ?? ''} />
        </Field>
        <Field label={t('template.hint')}>
          <Input name={name('hint')} maxLength={templateLimits.hint} defaultValue={field?.hint ?? ''} />
        </Field>
      </FormRow>
      <Field label={t('template.choices')}>
        <TextArea name={name('choices')} rows={2} defaultValue={field?.choices?.join('\n') ?? ''} />
      </Field>
      <Checkbox
        name={name('isRequired')}
        label={t('template.required')}
        defaultChecked={field?.isRequired ?? false}
      />
    </fieldset>
  )
}
