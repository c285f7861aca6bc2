import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ShownCitation } from '../citation.ts'

/** What a text cites, and whether that has moved on since. The page names `citations` in its `handle.i18n`. */
export function CitationList({ citations }: { citations: ShownCitation[] }) {
  const { t } = useTranslation('citations')
  if (citations.length === 0) return null
  return (
    <ul className="mt-2 grid gap-1 text-sm text-muted" aria-label={t('cites')}>
      {citations.map((each) => (
        <li key={each.id} className="break-words">
          {t('cites')}{' '}
          <TextLink to={paths.document(each.documentId, each.version)} prefetch="none">
            {each.number} {each.title}
          </TextLink>
          {', '}
          {t('version', { version: each.version })}
          {each.symbol && ` (${each.symbol})`}
          {each.movedTo !== null && (
            <>
              {' · '}
              <TextLink to={paths.document(each.documentId)} prefetch="none">
                {t('movedOn', { version: each.movedTo })}
              </TextLink>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
