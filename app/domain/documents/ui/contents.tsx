import { useTranslation } from 'react-i18next'

export interface Heading {
  depth: number
  id: string
  text: string
}

const shortest = 3
const deepest = 3

/** Those that contents name; a short text needs none. */
export function shownHeadings(headings: Heading[]): Heading[] {
  const shown = headings.filter((heading) => heading.depth <= deepest && heading.text !== '')
  return shown.length < shortest ? [] : shown
}

/** The headings of a text as links. */
export function Contents({ headings }: { headings: Heading[] }) {
  const { t } = useTranslation('documents')
  const shown = shownHeadings(headings)
  if (shown.length === 0) return null
  return (
    <nav aria-label={t('page.contents')} data-print="no">
      <h2 className="mb-2 font-medium">{t('page.contents')}</h2>
      <ol className="grid gap-1">
        {shown.map((heading) => (
          <li key={heading.id} className={heading.depth > 2 ? 'ps-4' : undefined}>
            <a className="ui-link" href={`#${encodeURIComponent(heading.id)}`}>
              {heading.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
