import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FormProblems } from '../../ui/form/form-problems.tsx'
import type { PlanDraft } from '../draft.ts'
import { ipmvpOptions, verificationLimits as limits } from '../verification.ts'
import { QuantityFields } from './quantity-fields.tsx'
import type { Typed } from './typed.ts'

interface PlanFormProps {
  draft: PlanDraft
  revision: number
  options: { id: string; name: string }[]
  products: { id: string; label: string }[]
  sites: { id: string; name: string }[]
  currency: string
  typed: Typed
  cancel: ReactNode
}

const named = (options: { id: string; name: string }[]) =>
  options.map(({ id, name }) => ({ value: id, label: name }))

/** How the saving is measured. There are always two empty rows for quantities: it works before scripts run. */
export function PlanForm({ draft, revision, sites, currency, typed, cancel, ...choices }: PlanFormProps) {
  const { t } = useTranslation(['verification', 'common'])
  const rows = Math.min(limits.quantities, draft.quantities.length + 2)
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={typed.lastResult} idOf={(name) => name} />
        <input type="hidden" name="revision" value={revision} />
        <Head draft={draft} typed={typed} {...choices} />
        {Array.from({ length: rows }, (_, index) => (
          <QuantityFields
            key={index}
            index={index}
            draft={draft.quantities[index]}
            {...{ sites, currency, typed }}
          />
        ))}
        <p className="text-muted">{t('plan.rows')}</p>
        <FormActions>
          <SubmitButton>{t('common:action.save')}</SubmitButton>
          {cancel}
        </FormActions>
      </FormFields>
    </Form>
  )
}

type HeadProps = Pick<PlanFormProps, 'draft' | 'typed' | 'options' | 'products'>

function Head({ draft, typed, options, products }: HeadProps) {
  const { t } = useTranslation('verification')
  const shownIn = (name: Exclude<keyof PlanDraft, 'quantities'>) =>
    typed.valueOf(name) ?? (typed.isRefused ? '' : draft[name])
  const field = (name: keyof PlanDraft, label: string, hint?: string) => ({
    label,
    hint,
    id: name,
    errors: typed.errorsOf(name),
  })
  return (
    <>
      <Field {...field('optionId', t('plan.alternative'))}>
        <Select name="optionId" required defaultValue={shownIn('optionId')} options={named(options)} />
      </Field>
      <Field {...field('productId', t('plan.product'), t('plan.productHint'))}>
        <Select
          name="productId"
          defaultValue={shownIn('productId')}
          emptyLabel={t('plan.noProduct')}
          options={products.map(({ id, label }) => ({ value: id, label }))}
        />
      </Field>
      <RadioGroup
        label={t('plan.option')}
        name="ipmvpOption"
        defaultValue={shownIn('ipmvpOption')}
        errors={typed.errorsOf('ipmvpOption')}
        choices={ipmvpOptions.map((value) => ({
          value,
          label: t(`option.${value}.name`),
          hint: t(`option.${value}.text`),
        }))}
      />
      <Field {...field('boundary', t('plan.boundary'), t('plan.boundaryHint'))}>
        <TextArea
          name="boundary"
          required
          rows={4}
          maxLength={limits.boundary}
          defaultValue={shownIn('boundary')}
        />
      </Field>
      <Field {...field('startsOn', t('plan.startsOn'), t('plan.startsOnHint'))}>
        <Input
          type="month"
          name="startsOn"
          required
          placeholder="2027-03"
          pattern="20\d\d-\d\d"
          defaultValue={shownIn('startsOn')}
        />
      </Field>
      <Field {...field('periods', t('plan.periods'))}>
        <Input
          type="number"
          name="periods"
          required
          min={1}
          max={limits.months}
          defaultValue={shownIn('periods')}
        />
      </Field>
      <Field {...field('baselineVolume', t('plan.baselineVolume'), t('plan.baselineVolumeHint'))}>
        <Input name="baselineVolume" inputMode="decimal" defaultValue={shownIn('baselineVolume')} />
      </Field>
    </>
  )
}
