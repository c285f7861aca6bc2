import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Reader } from '../queries/readers.server.ts'

interface PreparationProps {
  readers: Reader[]
  /** Whether there are more than were loaded. */
  isMore: boolean
}

/** Before a release: who will see it, by organization, and a warning when that is nobody. */
export function Preparation({ readers, isMore }: PreparationProps) {
  const { t } = useTranslation('documents')
  if (readers.length === 0) {
    return (
      <Notice tone="danger" title={t('preparation.nobody')}>
        <p>{t('preparation.nobodyText')}</p>
      </Notice>
    )
  }
  const count = readers.length
  return (
    <Section
      title={t('preparation.title')}
      count={isMore ? t('preparation.atLeast', { count }) : t('preparation.people', { count })}
    >
      <dl className="grid gap-3">
        {byOrganization(readers).map(([name, people]) => (
          <div key={name}>
            <dt className="font-medium">
              {name} <span className="font-normal text-faint tabular-nums">{people.length}</span>
            </dt>
            <dd className="text-muted">{people.map((person) => person.name).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** They come sorted by organization. */
function byOrganization(readers: Reader[]): [string, Reader[]][] {
  const groups = new Map<string, Reader[]>()
  for (const reader of readers) {
    const group = groups.get(reader.organizationName)
    if (group) group.push(reader)
    else groups.set(reader.organizationName, [reader])
  }
  return [...groups]
}
