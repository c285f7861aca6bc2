import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { LineField } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import type { CalendarForm } from '../../forms.ts'

type Values = z.input<typeof CalendarForm>

interface SpecialDaysProps {
  form: FormMetadata<Values, string[]>
  days: FieldMetadata<Values['days'], Values, string[]>
}

/** Holidays, and days with other hours: a line for each. */
export function SpecialDays({ form, days }: SpecialDaysProps) {
  const { t } = useTranslation('clocks')
  const list = days.getFieldList()
  return (
    <fieldset className="grid gap-3" id={days.id}>
      <legend className="ui-label mb-1">{t('calendar.days')}</legend>
      <p className="ui-hint">{t('calendar.daysHint')}</p>
      {list.map((day, index) => {
        const { on, name, hours } = day.getFieldset()
        return (
          <div
            key={day.key}
            className="grid grid-cols-1 items-end gap-3 border-line border-b pb-3 sm:grid-cols-[10rem_1fr_1fr_auto]"
          >
            <LineField field={on} label={t('calendar.dayOn')} type="date" />
            <LineField field={name} label={t('calendar.dayName')} />
            <LineField field={hours} label={t('calendar.dayHours')} isOptional />
            <Button
              {...form.remove.getButtonProps({ name: days.name, index })}
              kind="quiet"
              icon={<X size={16} />}
              aria-label={t('calendar.removeDay', { day: name.initialValue || String(index + 1) })}
            />
          </div>
        )
      })}
      <div>
        <Button
          {...form.insert.getButtonProps({
            name: days.name,
            defaultValue: { on: '', name: '', hours: '' } as never,
          })}
          size="small"
          icon={<Plus size={16} />}
        >
          {t('calendar.addDay')}
        </Button>
      </div>
    </fieldset>
  )
}
