import { useTranslation } from 'react-i18next'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ShownReference } from '../unfold/unfolding.server.ts'

/** What a message names, as its reader may see it: number, title and state. */
export function UnfoldedList({ references }: { references: ShownReference[] }) {
  const { t } = useTranslation('talk')
  if (references.length === 0) return null
  return (
    <ul className="mt-2 grid gap-1 text-sm text-muted" aria-label={t('unfold.label')}>
      {references.map(({ id, href, number, title, status }) => (
        <li key={id} className="break-words">
          <TextLink to={href} prefetch="none">
            {number} {title}
          </TextLink>
          {' · '}
          {status}
        </li>
      ))}
    </ul>
  )
}
