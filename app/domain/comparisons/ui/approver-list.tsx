import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'

interface ApproverListProps {
  people: { id: string; name: string; functions: MemberFunction[] }[]
}

/** Who of the supplier could approve it; or that nobody could. */
export function ApproverList({ people }: ApproverListProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  return (
    <Section title={t('approval.who')}>
      {people.length === 0 ? (
        <p className="text-muted">{t('approval.nobody')}</p>
      ) : (
        <ul className="grid gap-2">
          {people.map(({ id, name, functions }) => (
            <li key={id}>
              <Person
                name={name}
                side="supplier"
                detail={functions.map((each) => t(`common:function.${each}`)).join(', ')}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
