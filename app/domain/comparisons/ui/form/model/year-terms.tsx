import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/section.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { comparisonLimits } from '../../../comparison.ts'
import type { ComparisonDraft } from '../draft.ts'
import { EscalationFields } from './escalation-fields.tsx'

type Term = 'productName' | 'productText' | 'rateKind' | 'inflationPercent' | 'timing' | 'escalation'

interface YearTermsProps {
  form: FormMetadata<ComparisonDraft>
  fields: { [Name in Term]: FieldMetadata<ComparisonDraft[Name]> }
}

/** The end product, and how costs change over the years. */
export function YearTerms({ form, fields }: YearTermsProps) {
  const { t } = useTranslation(['comparisonModel', 'common'])
  const message = useMessage()
  const { productName, productText, rateKind, inflationPercent, timing, escalation } = fields
  const given = (field: FieldMetadata<string>) => ({ id: field.id, errors: field.errors?.map(message) })
  return (
    <Section title={t('terms.title')} text={t('terms.text')}>
      <FormFields>
        <Field
          label={t('terms.product')}
          note={t('common:optional')}
          hint={t('terms.productHint')}
          {...given(productName)}
        >
          <Input
            name="productName"
            maxLength={comparisonLimits.product}
            defaultValue={productName.initialValue}
          />
        </Field>
        <Field label={t('terms.productText')} note={t('common:optional')} {...given(productText)}>
          <TextArea name="productText" rows={2} defaultValue={productText.initialValue} />
        </Field>
        <FormRow>
          <Field label={t('terms.rateKind')} hint={t('terms.rateKindHint')} {...given(rateKind)}>
            <Select
              name="rateKind"
              options={(['nominal', 'real'] as const).map((value) => ({ value, label: t(`terms.${value}`) }))}
              defaultValue={rateKind.initialValue}
            />
          </Field>
          <Field label={t('terms.inflation')} hint={t('terms.inflationHint')} {...given(inflationPercent)}>
            <Input name="inflationPercent" isNumeric unit="%" defaultValue={inflationPercent.initialValue} />
          </Field>
          <Field label={t('terms.timing')} {...given(timing)}>
            <Select
              name="timing"
              options={(['year_end', 'mid_year'] as const).map((value) => ({
                value,
                label: t(`terms.${value}`),
              }))}
              defaultValue={timing.initialValue}
            />
          </Field>
        </FormRow>
        <EscalationFields form={form} escalation={escalation} />
      </FormFields>
    </Section>
  )
}
