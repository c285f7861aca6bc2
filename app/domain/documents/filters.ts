import { type Language, languages } from '#app/i18n/languages.ts'
import { type DocumentStatus, documentStatuses } from './document.ts'
import { type DocumentKind, documentKinds, type VdiClass, vdiClasses } from './kinds.ts'

export const expiringChoices = ['30', '90', 'past'] as const
export type Expiring = (typeof expiringChoices)[number]

/** The filters of the list, as they stand in its URL. */
export interface DocumentFilters {
  /** For the supplier's side: the customer's list knows released documents alone. */
  status?: DocumentStatus
  kind?: DocumentKind
  vdiClass?: VdiClass
  family?: string
  /** `mine`: versions that wait for the actor's own review. */
  review?: 'mine'
  product?: string
  language?: Language
  /** For the supplier's side. */
  owner?: string
  keyword?: string
  /** Its last day is within so many days; `past`: is over. */
  expiring?: Expiring
  /** The supplier's: owned by the actor. The customer's: about what is made for it. */
  isMine?: 'true'
  q?: string
  after?: string
}

/** Reads them; what is not one of the choices is left out. */
export function readFilters(search: URLSearchParams): DocumentFilters {
  const text = (name: string) => search.get(name)?.trim().slice(0, 200) || undefined
  return {
    status: documentStatuses.find((each) => each === search.get('status')),
    kind: documentKinds.find((each) => each === search.get('kind')),
    vdiClass: vdiClasses.find((each) => each === search.get('vdiClass')),
    family: text('family'),
    review: search.get('review') === 'mine' ? 'mine' : undefined,
    product: text('product'),
    language: languages.find((each) => each === search.get('language')),
    owner: text('owner'),
    keyword: text('keyword'),
    expiring: expiringChoices.find((each) => each === search.get('expiring')),
    isMine: search.get('isMine') === 'true' ? 'true' : undefined,
    q: text('q'),
    after: text('after'),
  }
}

/** Whether anything is filtered at all: an empty list then says something else. */
export function isFiltered({ after: _, ...filters }: DocumentFilters): boolean {
  return Object.values(filters).some(Boolean)
}
