import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LineField, Problems } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '#app/domain/documents/acknowledgements/ui/use-form-of.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { useLocale } from '#app/ui/locale.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { CalendarVersion } from '../../engine/calendar.ts'
import { CalendarForm as CalendarSchema } from '../../forms.ts'
import { intervalsText } from '../../week.ts'
import { EffectFields } from './effect-fields.tsx'
import { SpecialDays } from './special-days.tsx'
import { weekdayName } from './week-strip.tsx'

interface CalendarFormProps {
  /** Of a calendar that is there: its name and zone stay. */
  calendar: { name: string; timeZone: string; isNew: boolean }
  /** What the form begins with. */
  version: Pick<CalendarVersion, 'week' | 'days'>
  today: string
  zones: string[]
  reply?: FormReply
}

export function CalendarForm({ calendar, version, today, zones, reply }: CalendarFormProps) {
  const { t } = useTranslation('clocks')
  const { locale } = useLocale()
  const message = useMessage()
  const [form, fields] = useFormOf(CalendarSchema, 'calendar', reply, {
    name: calendar.name,
    timeZone: calendar.timeZone,
    effectiveOn: today,
    week: version.week.map(intervalsText),
    days: Object.entries(version.days).map(([on, { name, intervals }]) => ({
      ...{ on, name },
      hours: intervalsText(intervals),
    })),
    movesOpen: 'no',
  })
  const zone = fields.timeZone
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        {calendar.isNew ? (
          <FormRow>
            <LineField field={fields.name} label={t('calendar.name')} />
            <Field label={t('calendar.zone')} id={zone.id} errors={zone.errors?.map(message)}>
              <Select
                name={zone.name}
                options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
                defaultValue={zone.initialValue}
              />
            </Field>
          </FormRow>
        ) : (
          <>
            <input type="hidden" name={fields.name.name} value={calendar.name} />
            <input type="hidden" name={zone.name} value={calendar.timeZone} />
          </>
        )}
        <fieldset className="grid gap-3">
          <legend className="ui-label mb-1">{t('calendar.week')}</legend>
          <p className="ui-hint">{t('calendar.weekHint')}</p>
          {fields.week.getFieldList().map((day, weekday) => (
            <LineField key={day.key} field={day} label={weekdayName(locale, weekday, 'long')} />
          ))}
        </fieldset>
        <SpecialDays form={form} days={fields.days} />
        <EffectFields effectiveOn={fields.effectiveOn} movesOpen={fields.movesOpen} />
        <FormActions>
          <SubmitButton>{t(calendar.isNew ? 'calendar.create' : 'calendar.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
