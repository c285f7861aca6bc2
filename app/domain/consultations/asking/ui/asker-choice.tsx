import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'

interface AskerChoiceProps {
  askers: { id: string; name: string; functions: MemberFunction[] }[]
  field: { id: string; errors?: string[]; initialValue?: string }
}

/** The member of the customer in whose name a question is written down. */
export function AskerChoice({ askers, field }: AskerChoiceProps) {
  const { t } = useTranslation(['asking', 'common'])
  const message = useMessage()
  const options = askers.map(({ id, name, functions }) => ({
    value: id,
    label: [name, functions.map((each) => t(`common:function.${each}`)).join(', ')]
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <Field
      label={t('writeDown.asker')}
      hint={t('writeDown.askerHint')}
      id={field.id}
      errors={field.errors?.map(message)}
    >
      <Select
        name="askedById"
        required
        emptyLabel={t('template.pick')}
        options={options}
        defaultValue={field.initialValue}
      />
    </Field>
  )
}
