import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, FieldError } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/section.tsx'
import { Select } from '#app/ui/select.tsx'
import { comparisonLimits, costBases, costCategories } from '../../comparison.ts'
import { type ComparisonDraft, newLine, nextNumber } from './draft.ts'
import { LineValues } from './line-values.tsx'

type Line = ComparisonDraft['lines'][number]

interface LineFieldsProps {
  form: FormMetadata<ComparisonDraft>
  lines: FieldMetadata<Line[]>
  options: FieldMetadata<ComparisonDraft['options']>
  currency?: string
}

/** The cost lines, each with the supplier's value for every option. */
export function LineFields({ form, lines, options, currency }: LineFieldsProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const list = lines.getFieldList()
  const keys = list.map((line) => line.getFieldset().key.value)
  const shown = options.getFieldList().map((option, index) => {
    const { key, name } = option.getFieldset()
    const fallback = index === 0 ? t('form.baseline') : t('form.alternative', { number: index })
    return { key: key.value ?? '', name: name.value || fallback }
  })
  return (
    <Section title={t('form.lines')} text={t('form.linesText')} id={lines.id}>
      <div className="grid gap-4">
        <ol className="grid gap-4">
          {list.map((line, index) => (
            <li key={line.key} className="ui-card">
              <LineHead line={line} index={index}>
                {list.length > 1 && (
                  <span className="mt-6">
                    <IconButton
                      {...form.remove.getButtonProps({ name: lines.name, index })}
                      label={t('form.removeLine', { number: index + 1 })}
                      icon={X}
                      kind="quiet"
                    />
                  </span>
                )}
              </LineHead>
              <LineValues line={line} options={shown} currency={currency} />
            </li>
          ))}
        </ol>
        {lines.errors && <FieldError errors={lines.errors.map(message)} />}
        {list.length < comparisonLimits.lines && (
          <Button
            {...form.insert.getButtonProps({ name: lines.name, defaultValue: newLine(nextNumber(keys)) })}
            size="small"
            className="justify-self-start"
            icon={<Plus size={16} />}
          >
            {t('form.addLine')}
          </Button>
        )}
      </div>
    </Section>
  )
}

interface LineHeadProps {
  line: FieldMetadata<Line>
  index: number
  children: React.ReactNode
}

function LineHead({ line, index, children }: LineHeadProps) {
  const { t } = useTranslation('comparisons')
  const message = useMessage()
  const { key, name, category, basis } = line.getFieldset()
  const categories = costCategories.map((value) => ({ value, label: t(`category.${value}`) }))
  const bases = costBases.map((value) => ({ value, label: t(`basis.${value}`) }))
  return (
    <div className="flex items-start gap-2">
      <input type="hidden" name={key.name} value={key.value ?? ''} />
      <div className="grid grow gap-4 sm:grid-cols-[2fr_1fr_1fr]">
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
        <Field label={t('form.basis')} id={basis.id} errors={basis.errors?.map(message)}>
          <Select
            key={basis.key}
            name={basis.name}
            required
            options={bases}
            defaultValue={basis.initialValue}
          />
        </Field>
      </div>
      {children}
    </div>
  )
}
