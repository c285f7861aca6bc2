import { useTranslation } from 'react-i18next'
import type { FileReading } from '../queries/file-readings.server.ts'
import { pageRanges } from './page-ranges.ts'

/** Which files of a version somebody looked into, and which pages of each. */
export function FilesSeen({ files }: { files: FileReading[] }) {
  const { t } = useTranslation('reading')
  const opened = files.filter(({ openCount }) => openCount > 0)
  if (opened.length === 0) return null
  return (
    <ul className="grid gap-1">
      {opened.map(({ name, pages, pageCount }) => (
        <li key={name} className="min-w-0">
          <span className="wrap-anywhere">{name}</span>
          {pageCount !== null && (
            <span className="block text-xs text-faint tabular-nums" title={pageRanges(pages)}>
              {t('pagesSeen', { count: pages.length, all: pageCount })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
