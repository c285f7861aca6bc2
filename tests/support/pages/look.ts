import type { Found } from './records.ts'

/** Who looks at a page: somebody of the supplier, of the customer, or nobody who is signed in. */
export interface Look {
  who: string | null
  path: (found: Found) => string
  /** The answer's status, where it is not 200. */
  status?: number
}

export const supplier = (path: Look['path'], name = 'ingrid'): Look => ({
  who: `${name}@halden.example`,
  path,
})
export const customer = (path: Look['path'], name = 'lin'): Look => ({ who: `${name}@lumen.example`, path })
export const guest = (path: Look['path']): Look => ({ who: 'nadia@corvid.example', path })
export const nobody = (path: string, status?: number): Look => ({ who: null, path: () => path, status })
/** The same page for both sides. */
export const both = (path: Look['path']): Look[] => [supplier(path), customer(path)]
export const at = (path: string) => () => path
