import { type Grouping, groupings } from './savings.ts'

/** The ledger as it stands in its URL. */
export interface AskedSavings {
  by: Grouping
  account?: string
  year?: number
}

/** Reads it; what is not one of the choices is left out. */
export function readSavings(search: URLSearchParams): AskedSavings {
  const year = Number(/^20\d\d$/.exec(search.get('year') ?? '')?.[0])
  return {
    by: groupings.find((each) => each === search.get('by')) ?? 'comparison',
    account: search.get('account')?.trim().slice(0, 40) || undefined,
    year: Number.isInteger(year) ? year : undefined,
  }
}
