import { useTranslation } from 'react-i18next'
import { languageOptions } from '#app/domain/auth/ui/preference-fields.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import type { Replied } from '../../work/ui/use-reply.ts'
import { guestGrades, guestLimits, guestViews } from '../guest.ts'

interface FieldsProps {
  reply: Replied
}

/** Who it is, in what language it is written to, what it may do and sees, and until when. */
export function GuestFields({
  reply,
  language,
  timeZone,
}: FieldsProps & { language: string; timeZone: string }) {
  const { t } = useTranslation(['guests', 'common'])
  const line = (name: 'name' | 'organizationName' | 'email', autoComplete: string) => (
    <Field id={name} label={t(`field.${name}`)} errors={reply.errorsOf(name)}>
      <Input
        name={name}
        type={name === 'email' ? 'email' : 'text'}
        required
        maxLength={name === 'email' ? 254 : guestLimits.text}
        autoComplete={autoComplete}
        defaultValue={reply.valueOf(name)}
      />
    </Field>
  )
  return (
    <>
      {line('name', 'off')}
      {line('organizationName', 'off')}
      {line('email', 'off')}
      <Field id="language" label={t('field.language')} errors={reply.errorsOf('language')}>
        <Select
          name="language"
          options={languageOptions}
          defaultValue={reply.valueOf('language') ?? language}
        />
      </Field>
      <RadioGroup
        label={t('field.grade')}
        name="grade"
        defaultValue={reply.valueOf('grade') ?? 'write'}
        choices={guestGrades.map((value) => ({
          value,
          label: t(`grade.${value}`),
          hint: t(`gradeMeaning.${value}`),
        }))}
      />
      <RadioGroup
        label={t('field.view')}
        name="view"
        defaultValue={reply.valueOf('view') ?? 'fromNow'}
        choices={guestViews.map((value) => ({
          value,
          label: t(`view.${value}`),
          hint: t(`viewMeaning.${value}`),
        }))}
      />
      <LastDay reply={reply} timeZone={timeZone} />
    </>
  )
}

interface LastDayProps extends FieldsProps {
  timeZone: string
  present?: string
}

export function LastDay({ reply, timeZone, present }: LastDayProps) {
  const { t } = useTranslation('guests')
  return (
    <Field
      id="endsOn"
      label={t('field.endsOn')}
      hint={t('field.endsOnHint', { timeZone, months: guestLimits.months })}
      errors={reply.errorsOf('endsOn')}
    >
      <Input type="date" name="endsOn" required defaultValue={reply.valueOf('endsOn') ?? present} />
    </Field>
  )
}
