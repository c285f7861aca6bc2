import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { LineField } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { useMessage } from '#app/i18n/use-message.ts'
import { RadioGroup } from '#app/ui/radio-group.tsx'

interface EffectFieldsProps<Form extends Record<string, unknown>> {
  effectiveOn: FieldMetadata<string, Form, string[]>
  movesOpen: FieldMetadata<'no' | 'yes', Form, string[]>
}

/** From when a change holds, and whether deadlines that are open follow it. */
export function EffectFields<Form extends Record<string, unknown>>(props: EffectFieldsProps<Form>) {
  const { effectiveOn, movesOpen } = props
  const { t } = useTranslation('clocks')
  const message = useMessage()
  return (
    <>
      <LineField field={effectiveOn} label={t('effect.on')} hint={t('effect.onHint')} type="date" />
      <RadioGroup
        id={movesOpen.id}
        name={movesOpen.name}
        label={t('effect.open')}
        hint={t('effect.openHint')}
        errors={movesOpen.errors?.map(message)}
        isRequired
        defaultValue={(movesOpen.initialValue as string | undefined) ?? 'no'}
        choices={[
          { value: 'no', label: t('effect.no') },
          { value: 'yes', label: t('effect.yes') },
        ]}
      />
    </>
  )
}
