import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Heading, shownHeadings } from '../../ui/contents.tsx'
import { usePlace } from './use-place.ts'

/** The contents once more at the side, where there is room: they stay in sight and follow the reading place. */
export function ReadingPlace({ headings }: { headings: Heading[] }) {
  const { t } = useTranslation('documents')
  const shown = shownHeadings(headings)
  const place = usePlace(shown.map(({ id }) => id))
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new place is brought into sight
  useEffect(() => {
    const frame = list.current?.parentElement
    const link = list.current?.querySelector<HTMLElement>('[aria-current]')
    // The list alone is scrolled, never the page.
    if (frame && link) frame.scrollTop = link.offsetTop - frame.offsetTop - frame.clientHeight / 2
  }, [place])
  if (shown.length === 0) return null
  return (
    <div data-follows="">
      <nav aria-label={t('page.place')}>
        <ol ref={list} className="grid gap-1 border-line border-s ps-3 text-sm">
          {shown.map((heading) => (
            <li key={heading.id} className={heading.depth > 2 ? 'ps-3' : undefined}>
              <a
                className="text-muted no-underline hover:text-ink"
                href={`#${encodeURIComponent(heading.id)}`}
                aria-current={heading.id === place ? 'location' : undefined}
              >
                {heading.text}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}
