import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { LineField, Problems, TextAreaField } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { useMessage } from '#app/i18n/use-message.ts'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { type PauseForm, pauseReasons } from '../acts.ts'

type Values = z.input<typeof PauseForm>

interface PauseFieldsProps {
  form: FormMetadata<Values, string[]>
  fields: { [Name in keyof Values]-?: FieldMetadata<Values[Name], Values, string[]> }
}

export function PauseFields({ form, fields: { reason, body, until } }: PauseFieldsProps) {
  const { t } = useTranslation('clocks')
  const message = useMessage()
  return (
    <>
      <Problems form={form} />
      <RadioGroup
        id={reason.id}
        name={reason.name}
        label={t('pause.reason')}
        errors={reason.errors?.map(message)}
        isRequired
        defaultValue={reason.initialValue as string | undefined}
        choices={pauseReasons.map((value) => ({
          value,
          label: t(`pause.${value}`),
          hint: t(`pause.${value}Hint`),
        }))}
      />
      <TextAreaField field={body} label={t('pause.body')} hint={t('pause.bodyHint')} />
      <LineField field={until} label={t('pause.until')} hint={t('pause.untilHint')} type="date" isOptional />
    </>
  )
}
