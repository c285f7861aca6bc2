import { type DocumentKind, documentKinds } from '#app/domain/documents/kinds.ts'
import { type Language, languages } from '#app/i18n/languages.ts'

/** What narrows a search, as it stands in its URL. */
export interface SearchFilters {
  kindOfDocument?: DocumentKind
  /** Ids. */
  product?: string
  family?: string
  supplier?: string
  language?: Language
  /** Days as 2026-01-31, both included, in UTC. */
  since?: string
  until?: string
  /** The products that the reader works with. */
  isMine?: boolean
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads them; what is not one of the choices is left out. */
export function readSearchFilters(search: URLSearchParams): SearchFilters {
  const matching = (name: string, pattern: RegExp) => {
    const value = search.get(name) ?? ''
    return pattern.test(value) ? value : undefined
  }
  const date = (name: string) => {
    const value = matching(name, /^\d{4}-\d{2}-\d{2}$/)
    return value && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) ? value : undefined
  }
  return {
    kindOfDocument: documentKinds.find((each) => each === search.get('type')),
    product: matching('product', id),
    family: matching('family', id),
    supplier: matching('supplier', id),
    language: languages.find((each) => each === search.get('language')),
    since: date('since'),
    until: date('until'),
    isMine: search.get('mine') === '1' || undefined,
  }
}

/** As the address has them. */
export function queryOfFilters({ kindOfDocument, isMine, ...rest }: SearchFilters) {
  return { ...rest, type: kindOfDocument, mine: isMine ? 1 : undefined }
}

export function isNarrowed(filters: SearchFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined)
}
