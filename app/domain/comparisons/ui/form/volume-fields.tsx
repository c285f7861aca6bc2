import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, FieldError } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/section.tsx'
import { comparisonLimits } from '../../comparison.ts'
import type { ComparisonDraft } from './draft.ts'

interface VolumeFieldsProps {
  form: FormMetadata<ComparisonDraft>
  volumes: FieldMetadata<ComparisonDraft['volumes']>
}

/** Units of each year. Years after the last one have its volume. */
export function VolumeFields({ form, volumes }: VolumeFieldsProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const list = volumes.getFieldList()
  return (
    <Section title={t('form.volumes')} text={t('form.volumesText')} id={volumes.id}>
      <div className="grid gap-4">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
          {list.map((volume, index) => {
            const { quantity } = volume.getFieldset()
            return (
              <Field
                key={volume.key}
                id={quantity.id}
                errors={quantity.errors?.map(message)}
                label={t('volume.year', { year: index + 1 })}
              >
                <Input
                  key={quantity.key}
                  name={quantity.name}
                  isNumeric
                  autoComplete="off"
                  defaultValue={quantity.initialValue}
                />
              </Field>
            )
          })}
        </div>
        {volumes.errors && <FieldError errors={volumes.errors.map(message)} />}
        <div className="flex flex-wrap gap-2">
          {list.length < comparisonLimits.years && (
            <Button
              {...form.insert.getButtonProps({ name: volumes.name, defaultValue: { quantity: '' } })}
              size="small"
              icon={<Plus size={16} />}
            >
              {t('form.addYear')}
            </Button>
          )}
          {list.length > 1 && (
            <Button
              {...form.remove.getButtonProps({ name: volumes.name, index: list.length - 1 })}
              size="small"
              kind="quiet"
            >
              {t('form.removeYear', { year: list.length })}
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}
