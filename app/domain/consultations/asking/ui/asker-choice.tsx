import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'

interface AskerChoiceProps {
  askers: { id: string; name: string; functions: MemberFunction[] }[]
  field: { name: string; id: string; errors?: string[]; initialValue?: string }
}

/** The member of the customer in whose name a question is written down. */
export function AskerChoice({ askers, field }: AskerChoiceProps) {
  const { t } = useTranslation(['asking', 'common'])
  const options = askers.map(({ id, name, functions }) => ({
    value: id,
    label: [name, functions.map((each) => t(`common:function.${each}`)).join(', ')]
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <ChoiceField
      field={field}
      label={t('writeDown.asker')}
      hint={t('writeDown.askerHint')}
      emptyLabel={t('template.pick')}
      isRequired
      options={options}
    />
  )
}
