import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TermsForm as TermsSchema } from '../../forms.ts'
import type { Terms } from '../../terms.ts'
import { LineField, Problems } from '../form-fields.tsx'
import { type FormReply, useFormOf } from '../use-form-of.ts'

interface TermsFormProps {
  terms: Terms & { reference?: string }
  today: string
  reply?: FormReply
}

/** Other terms, from a day on: begun with those that hold at present. */
export function TermsForm({ terms, today, reply }: TermsFormProps) {
  const { t } = useTranslation('acknowledgements')
  const message = useMessage()
  const { isSilenceAcceptance, reminderDays, ...numbers } = terms
  const [form, fields] = useFormOf(TermsSchema, 'terms', reply, {
    ...numbers,
    effectiveOn: today,
    isSilenceAcceptance: isSilenceAcceptance ? 'yes' : 'no',
    reminderDays: reminderDays.join(', '),
  })
  const silence = fields.isSilenceAcceptance
  const days = { unit: t('terms.days'), type: 'number' } as const
  const months = { unit: t('terms.months'), type: 'number' } as const
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <FormRow>
          <LineField field={fields.effectiveOn} label={t('terms.effectiveOn')} type="date" />
          <LineField field={fields.reference} label={t('terms.reference')} isOptional />
        </FormRow>
        <FormRow>
          <LineField field={fields.acknowledgeDays} label={t('terms.acknowledgeDays')} {...days} />
          <LineField field={fields.responseDays} label={t('terms.responseDays')} {...days} />
          <LineField field={fields.sampleDays} label={t('terms.sampleDays')} {...days} />
        </FormRow>
        <RadioGroup
          id={silence.id}
          name={silence.name}
          label={t('terms.silence')}
          hint={t('terms.silenceHint')}
          errors={silence.errors?.map(message)}
          defaultValue={silence.initialValue as string | undefined}
          choices={[
            { value: 'no', label: t('terms.silenceNo') },
            { value: 'yes', label: t('terms.silenceYes') },
          ]}
        />
        <LineField
          field={fields.reminderDays}
          label={t('terms.reminderDays')}
          hint={t('terms.reminderHint')}
          isOptional
        />
        <FormRow>
          <LineField field={fields.noticeDays} label={t('terms.noticeDays')} {...days} />
          <LineField field={fields.lastOrderMonths} label={t('terms.lastOrderMonths')} {...months} />
          <LineField field={fields.lastDeliveryMonths} label={t('terms.lastDeliveryMonths')} {...months} />
        </FormRow>
        <FormActions>
          <SubmitButton>{t('terms.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
