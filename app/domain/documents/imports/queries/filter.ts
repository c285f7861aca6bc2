export const rowFilters = ['all', 'refused', 'new', 'version', 'unchanged', 'failed', 'kept'] as const
export type RowFilter = (typeof rowFilters)[number]

/** Which rows of an import an address asks for, and behind which line. */
export function readRowFilter(search: URLSearchParams): { filter: RowFilter; after: number } {
  const filter = rowFilters.find((each) => each === search.get('rows')) ?? 'all'
  return { filter, after: /^\d{1,7}$/.test(search.get('after') ?? '') ? Number(search.get('after')) : 0 }
}
