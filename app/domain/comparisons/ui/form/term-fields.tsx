import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { comparisonLimits } from '../../comparison.ts'
import type { ComparisonDraft } from './draft.ts'

type Term = 'accountId' | 'title' | 'purpose' | 'currency' | 'ratePercent' | 'horizonYears'

interface TermFieldsProps {
  fields: { [Name in Term]: FieldMetadata<ComparisonDraft[Name]> }
  accounts?: { id: string; name: string }[]
  currencies: { value: string; label: string }[]
}

/** Whom it is for, what it is about, and the terms of the calculation. */
export function TermFields({ fields, accounts, currencies }: TermFieldsProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const { accountId, title, purpose, currency, ratePercent, horizonYears } = fields
  const given = (field: FieldMetadata<string> | FieldMetadata<string | undefined>) => ({
    id: field.id,
    errors: field.errors?.map(message),
  })
  return (
    <FormFields>
      {accounts && (
        <Field label={t('form.account')} hint={t('form.accountHint')} {...given(accountId)}>
          <Select
            name="accountId"
            required
            emptyLabel={accounts.length === 1 ? undefined : t('form.chooseAccount')}
            options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={accountId.initialValue}
          />
        </Field>
      )}
      <Field label={t('form.title')} hint={t('form.titleHint')} {...given(title)}>
        <Input name="title" required maxLength={comparisonLimits.title} defaultValue={title.initialValue} />
      </Field>
      <Field
        label={t('form.purpose')}
        note={t('common:optional')}
        hint={t('form.purposeHint')}
        {...given(purpose)}
      >
        <TextArea name="purpose" defaultValue={purpose.initialValue} />
      </Field>
      <FormRow>
        <Field label={t('form.currency')} {...given(currency)}>
          <Select name="currency" required options={currencies} defaultValue={currency.initialValue} />
        </Field>
        <Field label={t('form.rate')} hint={t('form.rateHint')} {...given(ratePercent)}>
          <Input name="ratePercent" required isNumeric unit="%" defaultValue={ratePercent.initialValue} />
        </Field>
        <Field label={t('form.horizon')} hint={t('form.horizonHint')} {...given(horizonYears)}>
          <Input
            name="horizonYears"
            required
            isNumeric
            inputMode="numeric"
            defaultValue={horizonYears.initialValue}
          />
        </Field>
      </FormRow>
    </FormFields>
  )
}
