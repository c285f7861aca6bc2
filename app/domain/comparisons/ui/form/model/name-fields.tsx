import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field, FieldError } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/section.tsx'
import { comparisonLimits } from '../../../comparison.ts'
import { affixOf } from '../../values/affix.ts'
import { type ComparisonDraft, type NameDraft, newName, nextNumber } from '../draft.ts'
import { OptionValues } from './option-values.tsx'

interface NameFieldsProps {
  form: FormMetadata<ComparisonDraft>
  names: FieldMetadata<NameDraft[]>
  options: FieldMetadata<ComparisonDraft['options']>
}

/** The named assumptions: a value for all options, one for each, or a formula over the other names. */
export function NameFields({ form, names, options }: NameFieldsProps) {
  const { t } = useTranslation(['comparisonModel', 'comparisons'])
  const message = useMessage()
  const list = names.getFieldList()
  const keys = list.map((name) => name.getFieldset().key.value)
  const shown = options.getFieldList().map((option, index) => {
    const { key, name } = option.getFieldset()
    const fallback =
      index === 0 ? t('comparisons:form.baseline') : t('comparisons:form.alternative', { number: index })
    return { key: key.value ?? '', name: name.value || fallback }
  })
  return (
    <Section title={t('form.names')} text={t('form.namesText')} id={names.id}>
      <div className="grid gap-4">
        {list.length > 0 && (
          <ol className="grid gap-4">
            {list.map((name, index) => (
              <li key={name.key} className="ui-card">
                <div className="flex items-start gap-2">
                  <NameHead name={name} index={index} />
                  <span className="mt-6">
                    <IconButton
                      {...form.remove.getButtonProps({ name: names.name, index })}
                      label={t('form.removeName', { number: index + 1 })}
                      icon={X}
                      kind="quiet"
                    />
                  </span>
                </div>
                <NameValue name={name} options={shown} />
              </li>
            ))}
          </ol>
        )}
        {names.errors && <FieldError errors={names.errors.map(message)} />}
        {list.length < comparisonLimits.names && (
          <Button
            {...form.insert.getButtonProps({ name: names.name, defaultValue: newName(nextNumber(keys)) })}
            size="small"
            className="justify-self-start"
            icon={<Plus size={16} />}
          >
            {t('form.addName')}
          </Button>
        )}
      </div>
    </Section>
  )
}

function NameHead({ name: field, index }: { name: FieldMetadata<NameDraft>; index: number }) {
  const { t } = useTranslation(['comparisonModel', 'common'])
  const message = useMessage()
  const { key, name, unit, formula } = field.getFieldset()
  const text = (of: FieldMetadata<string>, maxLength: number) => ({
    ...{ name: of.name, maxLength, defaultValue: of.initialValue, spellCheck: false, autoComplete: 'off' },
  })
  const given = (of: FieldMetadata<string>) => ({ id: of.id, errors: of.errors?.map(message) })
  return (
    <div className="grid grow gap-4 sm:grid-cols-[1fr_1fr_2fr]">
      <input type="hidden" name={key.name} value={key.value ?? ''} />
      <Field label={t('form.name', { number: index + 1 })} hint={t('form.nameHint')} {...given(name)}>
        <Input key={name.key} required {...text(name, comparisonLimits.unit)} />
      </Field>
      <Field label={t('form.unit')} hint={t('form.unitHint')} {...given(unit)}>
        <Input key={unit.key} {...text(unit, comparisonLimits.unit)} />
      </Field>
      <Field label={t('form.derived')} note={t('common:optional')} {...given(formula)}>
        <Input key={formula.key} className="font-mono" {...text(formula, comparisonLimits.formula)} />
      </Field>
    </div>
  )
}

interface NameValueProps {
  name: FieldMetadata<NameDraft>
  options: { key: string; name: string }[]
}

function NameValue({ name, options }: NameValueProps) {
  const { t } = useTranslation('comparisonModel')
  const message = useMessage()
  const { isPerOption, formula, unit, value, values } = name.getFieldset()
  if (formula.value) return null
  const ofOptions = isPerOption.value === 'on'
  return (
    <div className="grid gap-3">
      <Checkbox
        key={isPerOption.key}
        id={isPerOption.id}
        name={isPerOption.name}
        label={t('form.perOption')}
        defaultChecked={isPerOption.initialValue === 'on'}
      />
      <div className="grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
        {ofOptions ? (
          <OptionValues
            values={values as FieldMetadata<Record<string, string>>}
            options={options}
            unit={unit.value}
          />
        ) : (
          <Field label={t('form.value')} id={value.id} errors={value.errors?.map(message)}>
            <Input
              key={value.key}
              name={value.name}
              isNumeric
              autoComplete="off"
              unit={affixOf(unit.value)}
              defaultValue={value.initialValue}
            />
          </Field>
        )}
      </div>
    </div>
  )
}
