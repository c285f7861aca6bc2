import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { type ClockKind, clockKinds } from '../../engine/cycles.ts'
import type { Urgency } from '../../engine/log.ts'

interface TargetFieldsProps<Values extends Record<string, unknown>> {
  urgency: Urgency
  targets: Record<ClockKind, FieldMetadata<unknown, Values, string[]>>
}

/** The three targets of an urgency, in hours of open time. */
export function TargetFields<Values extends Record<string, unknown>>(props: TargetFieldsProps<Values>) {
  const { urgency, targets } = props
  const { t } = useTranslation(['clocks', 'consultations'])
  const message = useMessage()
  return (
    <fieldset>
      <legend className="ui-label mb-1">{t(`consultations:urgency.${urgency}`)}</legend>
      <FormRow>
        {clockKinds.map((kind) => {
          const { key, id, name, errors, initialValue } = targets[kind]
          return (
            <Field key={kind} label={t(`consultations:clock.${kind}`)} id={id} errors={errors?.map(message)}>
              <Input
                key={key}
                name={name}
                isNumeric
                unit={t('level.hoursUnit')}
                autoComplete="off"
                defaultValue={initialValue as string | undefined}
              />
            </Field>
          )
        })}
      </FormRow>
    </fieldset>
  )
}
