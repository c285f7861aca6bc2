import { useTranslation } from 'react-i18next'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import type { PossibleAssignee } from '../queries/assignees.server.ts'

interface AssigneeChoiceProps {
  members: PossibleAssignee[]
  assigneeId: string | null
}

/** Those who can enter the account, each with functions and whether it is in the team. */
export function AssigneeChoice({ members, assigneeId }: AssigneeChoiceProps) {
  const { t } = useTranslation(['consultations', 'common'])
  const { locale } = useLocale()
  const dayText = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const choices = members.map(({ id, name, functions, isOnTeam, awayUntil }) => {
    const facts = functions.map((fn) => t(`common:function.${fn}`))
    if (isOnTeam) facts.push(t('assigning.onTeam'))
    if (awayUntil) facts.push(t('assigning.away', { day: dayText.format(new Date(awayUntil)) }))
    if (id === assigneeId) facts.push(t('assigning.present'))
    return { value: id, label: name, hint: facts.join(' · '), isDisabled: id === assigneeId }
  })
  return <RadioGroup label={t('assigning.who')} name="assigneeId" choices={choices} />
}
