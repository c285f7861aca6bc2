import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Problems } from '#app/domain/documents/acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '#app/domain/documents/acknowledgements/ui/use-form-of.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Day } from '#app/ui/time.tsx'
import { HolidaysForm } from '../../forms.ts'
import type { HolidayPlan } from '../../holidays/plan.ts'
import { EffectFields } from './effect-fields.tsx'

/** The file is looked at first: nothing is added before one has seen what. */
export function HolidayFile({ errors }: { errors?: string[] }) {
  const { t } = useTranslation('clocks')
  return (
    <Form method="post" encType="multipart/form-data">
      <FormFields>
        <Field label={t('holidays.file')} hint={t('holidays.fileHint')} errors={errors}>
          <Input type="file" name="file" accept=".ics,text/calendar" required />
        </Field>
        <FormActions>
          <SubmitButton name="step" value="look">
            {t('holidays.look')}
          </SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

interface HolidayChoiceProps {
  plan: HolidayPlan
  today: string
  reply?: FormReply
}

/** What the file would add, what is there already, and what was left out. */
export function HolidayChoice({ plan, today, reply }: HolidayChoiceProps) {
  const { t } = useTranslation('clocks')
  const [form, fields] = useFormOf(HolidaysForm, 'holidays', reply, { effectiveOn: today, movesOpen: 'no' })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <Section title={t('holidays.added')} count={plan.added.length} level={3}>
          <ul className="grid gap-1">
            {plan.added.map(({ on, name }) => (
              <li key={on}>
                <Checkbox
                  name="days"
                  value={`${on} ${name}`}
                  defaultChecked
                  label={
                    <>
                      <Day on={on} /> {name}
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        </Section>
        {plan.known.length > 0 && <Notice title={t('holidays.known', { count: plan.known.length })} />}
        {plan.leftOut.length > 0 && (
          <Notice title={t('holidays.leftOut', { count: plan.leftOut.length })}>
            <ul>
              {plan.leftOut.slice(0, 20).map(({ name, why }, index) => (
                <li key={index}>
                  {name}: {t(`holidays.why.${why}`)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <EffectFields effectiveOn={fields.effectiveOn} movesOpen={fields.movesOpen} />
        <FormActions>
          <SubmitButton name="step" value="add">
            {t('holidays.add')}
          </SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
