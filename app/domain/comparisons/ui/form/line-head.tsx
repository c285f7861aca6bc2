import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { comparisonLimits, costBases, costCategories } from '../../comparison.ts'
import type { LineDraft } from './draft.ts'
import { useWays } from './model/ways.ts'

interface LineHeadProps {
  line: FieldMetadata<LineDraft>
  index: number
  children: React.ReactNode
}

/** What a line is called, what kind of cost it is, how its amount comes about and when it arises. */
export function LineHead({ line, index, children }: LineHeadProps) {
  const { t } = useTranslation(['comparisons', 'comparisonModel'])
  const message = useMessage()
  const { key, name, category, basis, by } = line.getFieldset()
  const { ways, fixedBasis } = useWays(by.value)
  const categories = costCategories.map((value) => ({ value, label: t(`category.${value}`) }))
  const bases = costBases.map((value) => ({ value, label: t(`basis.${value}`) }))
  return (
    <div className="flex items-start gap-2">
      <input type="hidden" name={key.name} value={key.value ?? ''} />
      <div className="grid grow gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1.4fr_1fr]">
        <Field label={t('form.line', { number: index + 1 })} id={name.id} errors={name.errors?.map(message)}>
          <Input
            key={name.key}
            name={name.name}
            required
            maxLength={comparisonLimits.name}
            defaultValue={name.initialValue}
          />
        </Field>
        <Field label={t('form.category')} id={category.id} errors={category.errors?.map(message)}>
          <Select
            key={category.key}
            name={category.name}
            required
            options={categories}
            defaultValue={category.initialValue}
          />
        </Field>
        <Field label={t('comparisonModel:form.by')} id={by.id} errors={by.errors?.map(message)}>
          <Select key={by.key} name={by.name} required options={ways} defaultValue={by.initialValue} />
        </Field>
        {fixedBasis ? (
          <Field label={t('form.basis')} id={basis.id} hint={t('comparisonModel:form.fixedBasis')}>
            <Input readOnly value={t(`basis.${fixedBasis}`)} />
            <input type="hidden" name={basis.name} value={fixedBasis} />
          </Field>
        ) : (
          <Field label={t('form.basis')} id={basis.id} errors={basis.errors?.map(message)}>
            <Select
              key={basis.key}
              name={basis.name}
              required
              options={bases}
              defaultValue={basis.initialValue}
            />
          </Field>
        )}
      </div>
      {children}
    </div>
  )
}
