import { type ConsultationStatus, consultationStatuses } from './consultation.ts'

export const statusFilters = ['open', ...consultationStatuses] as const
export const whoseFilters = ['mine', 'team', 'function', 'watched', 'snoozed'] as const
/** With a day of the supplier's own; those of them that are over it. */
export const dayFilters = ['dated', 'missed'] as const

/** The filters of the list, as they stand in its URL. */
export interface ConsultationFilters {
  status?: 'open' | ConsultationStatus
  whose?: (typeof whoseFilters)[number]
  account?: string
  /** The id of a tag of the own side. */
  tag?: string
  day?: (typeof dayFilters)[number]
  q?: string
  after?: string
}

/** Reads them; what is not one of the choices is left out. */
export function readFilters(search: URLSearchParams): ConsultationFilters {
  const text = (name: string) => search.get(name)?.trim().slice(0, 200) || undefined
  return {
    status: statusFilters.find((each) => each === search.get('status')),
    whose: whoseFilters.find((each) => each === search.get('whose')),
    account: text('account'),
    tag: text('tag'),
    day: dayFilters.find((each) => each === search.get('day')),
    q: text('q'),
    after: text('after'),
  }
}

/** Whether anything is filtered at all: an empty list then says something else. */
export function isFiltered({ status, whose, account, tag, day, q }: ConsultationFilters): boolean {
  return Boolean(status || whose || account || tag || day || q)
}

/** Whether it is a queue of work: what nobody has then stands first, and what was put aside is left out. */
export function isQueue({ status, whose }: ConsultationFilters): boolean {
  return status === 'open' && (whose === 'mine' || whose === 'team' || whose === 'function')
}

/** The number that `C-12` or `12` names, or null. */
export function numberIn(q: string): number | null {
  const number = /^(?:c-?)?0*(\d{1,7})$/i.exec(q)?.[1]
  return number ? Number(number) : null
}
