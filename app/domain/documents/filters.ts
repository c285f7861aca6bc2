import { type Language, languages } from '#app/i18n/languages.ts'
import { type DocumentStatus, documentStatuses } from './document.ts'

/** The filters of the list, as they stand in its URL. */
export interface DocumentFilters {
  /** For the supplier's side: the customer's list knows released documents alone. */
  status?: DocumentStatus
  product?: string
  language?: Language
  q?: string
  after?: string
}

/** Reads them; what is not one of the choices is left out. */
export function readFilters(search: URLSearchParams): DocumentFilters {
  const text = (name: string) => search.get(name)?.trim().slice(0, 200) || undefined
  return {
    status: documentStatuses.find((each) => each === search.get('status')),
    product: text('product'),
    language: languages.find((each) => each === search.get('language')),
    q: text('q'),
    after: text('after'),
  }
}

/** Whether anything is filtered at all: an empty list then says something else. */
export function isFiltered({ status, product, language, q }: DocumentFilters): boolean {
  return Boolean(status || product || language || q)
}
