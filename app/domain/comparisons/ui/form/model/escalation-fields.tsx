import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { costCategories } from '../../../comparison.ts'
import type { ComparisonDraft } from '../draft.ts'

interface EscalationFieldsProps {
  form: FormMetadata<ComparisonDraft>
  escalation: FieldMetadata<ComparisonDraft['escalation']>
}

/** By how much the costs of a category rise each year. */
export function EscalationFields({ form, escalation }: EscalationFieldsProps) {
  const { t } = useTranslation(['comparisonModel', 'comparisons'])
  const message = useMessage()
  const list = escalation.getFieldList()
  const categories = costCategories.map((value) => ({ value, label: t(`comparisons:category.${value}`) }))
  const used = list.map((each) => each.getFieldset().category.value)
  const free = costCategories.find((each) => !used.includes(each))
  return (
    <div className="grid gap-3" id={escalation.id}>
      {list.map((each, index) => {
        const { category, percent } = each.getFieldset()
        return (
          <div key={each.key} className="flex items-start gap-2">
            <div className="grid grow gap-4 sm:grid-cols-2">
              <Field label={t('terms.escalationOf')} id={category.id} errors={category.errors?.map(message)}>
                <Select
                  key={category.key}
                  name={category.name}
                  options={categories}
                  defaultValue={category.initialValue}
                />
              </Field>
              <Field label={t('terms.escalation')} id={percent.id} errors={percent.errors?.map(message)}>
                <Input
                  key={percent.key}
                  name={percent.name}
                  isNumeric
                  unit="%"
                  defaultValue={percent.initialValue}
                />
              </Field>
            </div>
            <span className="mt-6">
              <IconButton
                {...form.remove.getButtonProps({ name: escalation.name, index })}
                label={t('terms.removeEscalation', { number: index + 1 })}
                icon={X}
                kind="quiet"
              />
            </span>
          </div>
        )
      })}
      {free && (
        <Button
          {...form.insert.getButtonProps({
            name: escalation.name,
            defaultValue: { category: free, percent: '' },
          })}
          size="small"
          className="justify-self-start"
          icon={<Plus size={16} />}
        >
          {t('terms.addEscalation')}
        </Button>
      )}
    </div>
  )
}
