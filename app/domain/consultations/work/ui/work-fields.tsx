import { useTranslation } from 'react-i18next'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { type ShownTag, snoozeChoices, workLimits } from '../work.ts'
import type { Replied } from './use-reply.ts'

interface FieldsProps {
  reply: Replied
}

export function ReasonField({ reply, label, hint, isRequired = true }: ReasonFieldProps) {
  return (
    <Field id="reason" label={label} hint={hint} errors={reply.errorsOf('reason')}>
      <TextArea
        name="reason"
        rows={4}
        required={isRequired}
        maxLength={workLimits.reason}
        defaultValue={reply.valueOf('reason')}
      />
    </Field>
  )
}
interface ReasonFieldProps extends FieldsProps {
  label: string
  hint?: string
  isRequired?: boolean
}

/** A tag by its name: those that there are stand below while one types, another one is made. */
export function TagField({ reply, tags }: FieldsProps & { tags: ShownTag[] }) {
  const { t } = useTranslation('work')
  return (
    <Field id="name" label={t('tag.name')} hint={t('tag.nameHint')} errors={reply.errorsOf('name')}>
      <Input
        name="name"
        required
        maxLength={workLimits.tag}
        list="tags"
        autoComplete="off"
        defaultValue={reply.valueOf('name')}
      />
      <datalist id="tags">
        {tags.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </Field>
  )
}

interface DueFieldsProps extends FieldsProps {
  due: { dueOn: string; isShown: boolean } | null
}

/** The day, and whether the customer reads it. */
export function DueFields({ reply, due }: DueFieldsProps) {
  const { t } = useTranslation('work')
  return (
    <>
      <Field id="dueOn" label={t('due.day')} hint={t('due.dayHint')} errors={reply.errorsOf('dueOn')}>
        <Input type="date" name="dueOn" defaultValue={reply.valueOf('dueOn') ?? due?.dueOn} />
      </Field>
      <Checkbox
        name="isShown"
        label={t('due.isShown')}
        hint={t('due.isShownHint')}
        defaultChecked={reply.lastResult ? reply.valueOf('isShown') === 'on' : due?.isShown}
      />
    </>
  )
}

/** Until when; times are those of the reader's zone. */
export function SnoozeFields({ reply }: FieldsProps) {
  const { t } = useTranslation('work')
  return (
    <>
      <RadioGroup
        label={t('snooze.until')}
        name="until"
        defaultValue={reply.valueOf('until') ?? 'tomorrow'}
        choices={snoozeChoices.map((value) => ({ value, label: t(`snooze.choice.${value}`) }))}
      />
      <Field id="at" label={t('snooze.at')} hint={t('snooze.atHint')} errors={reply.errorsOf('at')}>
        <Input type="datetime-local" name="at" defaultValue={reply.valueOf('at')} />
      </Field>
    </>
  )
}
