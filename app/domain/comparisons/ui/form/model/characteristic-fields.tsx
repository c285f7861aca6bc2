import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { comparisonLimits } from '../../../comparison.ts'
import { type CharacteristicDraft, type ComparisonDraft, newCharacteristic, nextNumber } from '../draft.ts'
import { CharacteristicHead } from './characteristic-head.tsx'
import { OptionValues } from './option-values.tsx'

interface CharacteristicFieldsProps {
  form: FormMetadata<ComparisonDraft>
  characteristics: FieldMetadata<CharacteristicDraft[]>
  options: FieldMetadata<ComparisonDraft['options']>
}

/** What the end product is like with each option: power, life, mass, noise and so on. */
export function CharacteristicFields({ form, characteristics, options }: CharacteristicFieldsProps) {
  const { t } = useTranslation(['comparisonModel', 'comparisons'])
  const message = useMessage()
  const list = characteristics.getFieldList()
  const keys = list.map((each) => each.getFieldset().key.value)
  const shown = options.getFieldList().map((option, index) => {
    const { key, name } = option.getFieldset()
    const fallback =
      index === 0 ? t('comparisons:form.baseline') : t('comparisons:form.alternative', { number: index })
    return { key: key.value ?? '', name: name.value || fallback }
  })
  return (
    <Section title={t('characteristics.title')} text={t('characteristics.formText')} id={characteristics.id}>
      <div className="grid gap-4">
        {list.length > 0 && (
          <ol className="grid gap-4">
            {list.map((each, index) => {
              const { unit, values } = each.getFieldset()
              return (
                <li key={each.key} className="ui-card">
                  <div className="flex items-start gap-2">
                    <CharacteristicHead characteristic={each} index={index} />
                    <span className="mt-6">
                      <IconButton
                        {...form.remove.getButtonProps({ name: characteristics.name, index })}
                        label={t('characteristics.remove', { number: index + 1 })}
                        icon={X}
                        kind="quiet"
                      />
                    </span>
                  </div>
                  <div className="mt-4 grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
                    <OptionValues
                      values={values as FieldMetadata<Record<string, string>>}
                      options={shown}
                      unit={unit.value}
                    />
                  </div>
                </li>
              )
            })}
          </ol>
        )}
        {characteristics.errors && <FieldError errors={characteristics.errors.map(message)} />}
        {list.length < comparisonLimits.characteristics && (
          <Button
            {...form.insert.getButtonProps({
              name: characteristics.name,
              defaultValue: newCharacteristic(nextNumber(keys)),
            })}
            size="small"
            className="justify-self-start"
            icon={<Plus size={16} />}
          >
            {t('characteristics.add')}
          </Button>
        )}
      </div>
    </Section>
  )
}
