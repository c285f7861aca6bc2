import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { participantGrades } from '../participant.ts'

/** What somebody may do, each with what it means for the own side. */
export function GradeField({ side }: { side: Side }) {
  const { t } = useTranslation('participants')
  const choices = participantGrades.map((grade) => ({
    value: grade,
    label: t(`grade.${grade}`),
    hint: t(`gradeMeaning.${side}.${grade}`),
  }))
  return <RadioGroup label={t('add.grade')} name="grade" choices={choices} defaultValue="write" />
}
