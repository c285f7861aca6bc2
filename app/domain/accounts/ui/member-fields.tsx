import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'

interface MemberFieldsProps {
  /** The functions of the side. */
  choices: readonly MemberFunction[]
  functions?: readonly MemberFunction[]
  isAdministrator?: boolean
  errors?: string[]
}

/** What a member may be: its functions, and whether it administers its side. */
export function MemberFields({ choices, functions = [], isAdministrator, errors }: MemberFieldsProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const message = useMessage()
  return (
    <>
      <CheckboxGroup
        label={t('accounts:members.functions')}
        name="functions"
        choices={choices.map((value) => ({ value, label: t(`common:function.${value}`) }))}
        defaultValues={functions}
        hint={t('accounts:invite.functionsHint')}
        errors={errors?.map(message)}
      />
      <Checkbox
        name="isAdministrator"
        label={t('accounts:members.isAdministrator')}
        defaultChecked={isAdministrator}
      />
    </>
  )
}
