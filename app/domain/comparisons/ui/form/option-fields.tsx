import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, FieldError } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/section.tsx'
import { comparisonLimits } from '../../comparison.ts'
import { type ComparisonDraft, newOption, nextNumber } from './draft.ts'

interface OptionFieldsProps {
  form: FormMetadata<ComparisonDraft>
  options: FieldMetadata<ComparisonDraft['options']>
}

/** The baseline first, then one or more alternatives. */
export function OptionFields({ form, options }: OptionFieldsProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const list = options.getFieldList()
  const keys = list.map((option) => option.getFieldset().key.value)
  return (
    <Section title={t('form.options')} text={t('form.optionsText')} id={options.id}>
      <div className="grid max-w-2xl gap-4">
        {list.map((option, index) => {
          const { key, name } = option.getFieldset()
          return (
            <div key={option.key} className="flex items-start gap-2">
              <input type="hidden" name={key.name} value={key.value ?? ''} />
              <Field
                className="grow"
                id={name.id}
                errors={name.errors?.map(message)}
                label={index === 0 ? t('form.baseline') : t('form.alternative', { number: index })}
                hint={index === 0 ? t('form.baselineHint') : undefined}
              >
                <Input
                  key={name.key}
                  name={name.name}
                  required
                  maxLength={comparisonLimits.name}
                  defaultValue={name.initialValue}
                />
              </Field>
              {index > 0 && list.length > 2 && (
                <span className="mt-6">
                  <IconButton
                    {...form.remove.getButtonProps({ name: options.name, index })}
                    label={t('form.removeOption', { number: index })}
                    icon={X}
                    kind="quiet"
                  />
                </span>
              )}
            </div>
          )
        })}
        {options.errors && <FieldError errors={options.errors.map(message)} />}
        {list.length < comparisonLimits.options && (
          <Button
            {...form.insert.getButtonProps({ name: options.name, defaultValue: newOption(nextNumber(keys)) })}
            size="small"
            className="justify-self-start"
            icon={<Plus size={16} />}
          >
            {t('form.addOption')}
          </Button>
        )}
      </div>
    </Section>
  )
}
