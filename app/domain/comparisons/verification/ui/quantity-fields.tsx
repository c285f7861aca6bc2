import { useTranslation } from 'react-i18next'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { costCategories } from '../../comparison.ts'
import type { QuantityDraft } from '../draft.ts'
import { verificationLimits as limits } from '../verification.ts'
import type { Typed } from './typed.ts'

interface QuantityFieldsProps {
  index: number
  draft: QuantityDraft | undefined
  sites: { id: string; name: string }[]
  currency: string
  typed: Typed
}

/** The fields of one quantity; a row that stays empty is none. */
export function QuantityFields({ index, draft, sites, currency, typed }: QuantityFieldsProps) {
  const { t } = useTranslation(['verification', 'comparisons'])
  const nameOf = (field: keyof QuantityDraft) => `quantities[${index}].${field}`
  const shownIn = (field: Exclude<keyof QuantityDraft, 'followsVolume'>) =>
    typed.isRefused ? (typed.valueOf(nameOf(field)) ?? '') : (draft?.[field] ?? '')
  const field = (name: keyof QuantityDraft, label: string, hint?: string) => ({
    ...{ label, hint, id: nameOf(name), errors: typed.errorsOf(nameOf(name)) },
  })
  const text = (name: Exclude<keyof QuantityDraft, 'followsVolume'>, rest: object = {}) => (
    <Input name={nameOf(name)} defaultValue={shownIn(name)} {...rest} />
  )
  return (
    <fieldset className="m-0 grid min-w-0 gap-3 rounded-md border border-line p-4 sm:grid-cols-2 lg:grid-cols-3">
      <legend className="px-1 font-medium">{t('quantity.number', { number: index + 1 })}</legend>
      <Field {...field('name', t('quantity.name'), t('quantity.nameHint'))}>
        {text('name', { maxLength: limits.name })}
      </Field>
      <Field {...field('unit', t('quantity.unit'), t('quantity.unitHint'))}>
        {text('unit', { maxLength: limits.unit })}
      </Field>
      <Field {...field('category', t('quantity.category'))}>
        <Select
          name={nameOf('category')}
          defaultValue={shownIn('category')}
          emptyLabel={t('choose')}
          options={costCategories.map((value) => ({ value, label: t(`comparisons:category.${value}`) }))}
        />
      </Field>
      <Field {...field('siteId', t('quantity.site'))}>
        <Select
          name={nameOf('siteId')}
          defaultValue={shownIn('siteId')}
          emptyLabel={t('quantity.noSite')}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field {...field('place', t('quantity.place'), t('quantity.placeHint'))}>
        {text('place', { maxLength: limits.place })}
      </Field>
      <Field {...field('method', t('quantity.method'), t('quantity.methodHint'))}>
        {text('method', { maxLength: limits.method })}
      </Field>
      <Field {...field('measuredFrom', t('quantity.measuredFrom'))}>
        {text('measuredFrom', { type: 'date' })}
      </Field>
      <Field {...field('baseline', t('quantity.baseline'), t('quantity.baselineHint'))}>
        {text('baseline', { inputMode: 'decimal' })}
      </Field>
      <Field {...field('price', t('quantity.priceIn', { currency }))}>
        {text('price', { inputMode: 'decimal' })}
      </Field>
      <div className="sm:col-span-2 lg:col-span-3">
        <Checkbox
          id={nameOf('followsVolume')}
          name={nameOf('followsVolume')}
          label={t('quantity.followsVolume')}
          hint={t('quantity.followsHint')}
          defaultChecked={
            typed.isRefused ? typed.valueOf(nameOf('followsVolume')) === 'on' : draft?.followsVolume
          }
        />
      </div>
    </fieldset>
  )
}
