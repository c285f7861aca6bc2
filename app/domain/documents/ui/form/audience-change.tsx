import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { AudienceChange, Reached } from '../../queries/audience/change.server.ts'

const shown = 100

/** Who gains and who loses a document by what was chosen, above the button that saves it. */
export function AudienceChangeNotice({ change }: { change: AudienceChange }) {
  const { t } = useTranslation('sight')
  const names = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // With the button below it in sight.
    names.current?.focus({ preventScroll: true })
    names.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={names} tabIndex={-1}>
      <Notice tone={change.loses.length > 0 ? 'danger' : 'neutral'} title={t('change.title')}>
        <p>{t('change.text')}</p>
        <People title={t('change.gains', { count: change.gains.length })} people={change.gains} />
        <People title={t('change.loses', { count: change.loses.length })} people={change.loses} />
        <input type="hidden" name="confirmed" value={change.key} />
      </Notice>
    </div>
  )
}

function People({ title, people }: { title: string; people: Reached[] }) {
  const { t } = useTranslation('sight')
  if (people.length === 0) return null
  const more = people.length - shown
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="list-disc ps-5">
        {people.slice(0, shown).map((each) => (
          <li key={each.id}>
            {each.name} <span className="text-muted">({each.organizationName})</span>
          </li>
        ))}
        {more > 0 && <li>{t('change.more', { count: more })}</li>}
      </ul>
    </div>
  )
}
