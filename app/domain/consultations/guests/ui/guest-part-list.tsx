import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Row, RowList } from '#app/ui/row-list.tsx'
import { Section } from '#app/ui/section.tsx'

interface GuestPartListProps {
  seatId: string
  parts: { id: string; question: string; dueOn: string; isIn: boolean; isSettled: boolean }[]
}

/** What a guest is asked to contribute, above what both sides wrote. */
export function GuestPartList({ seatId, parts }: GuestPartListProps) {
  const { t } = useTranslation('guests')
  if (parts.length === 0) return null
  return (
    <Section title={t('part.title')}>
      <RowList label={t('part.title')}>
        {parts.map(({ id, question, dueOn, isIn, isSettled }) => (
          <Row
            key={id}
            title={question}
            href={paths.guest(`/${seatId}/parts/${id}`)}
            meta={t(`part.${isSettled ? (isIn ? 'settled' : 'over') : isIn ? 'isIn' : 'isOpen'}`)}
            trailing={t('list.until', { endsOn: dueOn })}
          />
        ))}
      </RowList>
    </Section>
  )
}
