import { Link } from '@remix-run/react'
import { Time } from '#app/ui/time.tsx'
import { useListKeys } from '#app/ui/use-list-keys.ts'
import type { SearchResult } from '../queries.server.ts'
import { hrefOfResult } from '../result.ts'
import { FoundText } from './found-text.tsx'

/** What was found of one kind; j, k and Enter walk it. */
export function ResultList({ label, results }: { label: string; results: SearchResult[] }) {
  const list = useListKeys<HTMLUListElement>()
  return (
    <ul ref={list} data-list="" aria-label={label}>
      {results.map((result) => (
        <li key={result.id} data-row="" className="border-b border-line py-3 last:border-b-0">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-sm text-muted tabular-nums">{result.number}</span>
            <Link
              to={hrefOfResult(result)}
              prefetch="intent"
              className="ui-row-link min-w-0 font-medium break-words"
            >
              <FoundText pieces={result.title} />
            </Link>
            <span className="ms-auto flex gap-3 text-sm text-muted">
              {result.accountName && <span>{result.accountName}</span>}
              <Time at={result.at} as="day" />
            </span>
          </div>
          {result.excerpt.length > 0 && (
            <p className="mt-1 max-w-prose text-sm break-words text-muted">
              <FoundText pieces={result.excerpt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
