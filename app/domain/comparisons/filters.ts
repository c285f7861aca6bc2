import { type ComparisonStatus, comparisonStatuses } from './comparison.ts'

/** The filters of the list, as they stand in its URL. */
export interface ComparisonFilters {
  status?: ComparisonStatus
  account?: string
  q?: string
  after?: string
}

/** Reads them; what is not one of the choices is left out. */
export function readFilters(search: URLSearchParams): ComparisonFilters {
  const text = (name: string) => search.get(name)?.trim().slice(0, 200) || undefined
  return {
    status: comparisonStatuses.find((each) => each === search.get('status')),
    account: text('account'),
    q: text('q'),
    after: text('after'),
  }
}

/** Whether anything is filtered at all: an empty list then says something else. */
export function isFiltered({ status, account, q }: ComparisonFilters): boolean {
  return Boolean(status || account || q)
}
