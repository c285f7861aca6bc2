import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { comparisonLimits } from '../../comparison.ts'
import { type ComparisonDraft, newLine, nextNumber } from './draft.ts'
import { LineHead } from './line-head.tsx'
import { LineAmount } from './model/line-amount.tsx'
import { LineCounts } from './model/line-counts.tsx'

type Line = ComparisonDraft['lines'][number]

interface LineFieldsProps {
  form: FormMetadata<ComparisonDraft>
  lines: FieldMetadata<Line[]>
  options: FieldMetadata<ComparisonDraft['options']>
  /** What inputs can be: named assumptions, and characteristics with a name. */
  names: { name: string; unit: string }[]
  currency?: string
}

/** The cost lines, each with the supplier's value for every option. */
export function LineFields({ form, lines, options, names, currency }: LineFieldsProps) {
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
              <LineCounts line={line} options={shown} />
              <LineAmount line={line} options={shown} names={names} currency={currency} />
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
