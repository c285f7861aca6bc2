import { useTranslation } from 'react-i18next'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { urgencies } from '../engine/log.ts'

interface UrgencyChoiceProps {
  id?: string
  errors?: string[]
  defaultValue?: string
}

/** How urgent it is, each with what it means: whoever asks decides, and the clocks follow. */
export function UrgencyChoice({ id, errors, defaultValue }: UrgencyChoiceProps) {
  const { t } = useTranslation('consultations')
  return (
    <RadioGroup
      id={id}
      name="urgency"
      label={t('form.urgency')}
      errors={errors}
      isRequired
      defaultValue={defaultValue ?? 'question'}
      choices={urgencies.map((value) => ({
        value,
        label: t(`urgency.${value}`),
        hint: t(`urgencyMeaning.${value}`),
      }))}
    />
  )
}
