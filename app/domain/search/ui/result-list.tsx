import { useTranslation } from 'react-i18next'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Link } from '#app/ui/link.tsx'
import { Time } from '#app/ui/time.tsx'
import { useListKeys } from '#app/ui/use-list-keys.ts'
import type { SearchResult } from '../queries.server.ts'
import { hrefOfResult, partOf } from '../result.ts'
import { FoundText } from './found-text.tsx'

/** What was found of one kind; j, k and Enter walk it. */
export function ResultList({ label, results }: { label: string; results: SearchResult[] }) {
  const list = useListKeys<HTMLUListElement>()
  return (
    <ul ref={list} data-list="" aria-label={label}>
      {results.map((result) => (
        <li key={result.id} data-row="" className="border-b border-line py-3 last:border-b-0">
          <div className="flex flex-wrap items-baseline gap-x-3">
            {!result.file && <span className="text-sm text-muted tabular-nums">{result.number}</span>}
            <Link
              to={hrefOfResult(result)}
              prefetch="intent"
              className="ui-row-link min-w-0 font-medium break-words"
            >
              {result.file ? (
                <FileName file={result.file} />
              ) : (
                <span lang={result.language ?? undefined}>
                  <FoundText pieces={result.title} />
                </span>
              )}
            </Link>
            <span className="ms-auto flex gap-3 text-sm text-muted">
              {result.language && <span>{languageNames[asLanguage(result.language)]}</span>}
              {result.accountName && <span>{result.accountName}</span>}
              {result.at && <Time at={result.at} as="day" />}
            </span>
          </div>
          {result.file && (
            <p className="text-sm">
              <Link to={paths.document(result.subjectId)} className="ui-link">
                {result.number} <FoundText pieces={result.title} />
              </Link>
            </p>
          )}
          {result.excerpt.length > 0 && (
            <p
              className="mt-1 max-w-prose text-sm break-words text-muted"
              lang={result.language ?? undefined}
            >
              <FoundText pieces={result.excerpt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** “motor.pdf · page 12”. */
function FileName({ file }: { file: NonNullable<SearchResult['file']> }) {
  const { t } = useTranslation('search')
  const part = partOf(file.name)
  return (
    <>
      {file.name}
      {part && file.page !== null && (
        <span className="text-muted"> · {t(`part.${part}`, { number: file.page })}</span>
      )}
    </>
  )
}
