import type { Side } from '#app/domain/access/actor.ts'
import type { Transitions } from '#app/domain/access/transition.ts'
import { CATEGORY_ORDER } from './engine/case.ts'

export const comparisonStatuses = ['draft', 'shared', 'agreed'] as const
export type ComparisonStatus = (typeof comparisonStatuses)[number]

export const comparisonTransitions: Transitions<ComparisonStatus> = {
  draft: ['shared'],
  shared: ['agreed'],
  agreed: [],
}

/** How far it is, as a shape and a tone of the status badge. */
export const statusLooks = {
  draft: { shape: 'dashed', tone: 'quiet' },
  shared: { shape: 'half', tone: 'strong' },
  agreed: { shape: 'check', tone: 'positive' },
} as const satisfies Record<ComparisonStatus, { shape: string; tone: string }>

export const costCategories = CATEGORY_ORDER
export type CostCategory = (typeof costCategories)[number]

export const costBases = ['per_unit', 'per_year', 'one_off'] as const
export type CostBasis = (typeof costBases)[number]

/** ISO 4217, those of the trade between the sides first. */
export const currencies = [
  ...['EUR', 'USD', 'CNY', 'RUB', 'GBP', 'CHF', 'JPY', 'BRL', 'INR', 'KRW', 'TRY', 'PLN', 'CZK', 'HUF'],
  ...[
    'SEK',
    'NOK',
    'DKK',
    'MXN',
    'CAD',
    'AUD',
    'SGD',
    'THB',
    'VND',
    'ZAR',
    'AED',
    'KZT',
    'BYN',
    'AOA',
    'MZN',
  ],
]

export const comparisonLimits = {
  title: 200,
  purpose: 5_000,
  name: 120,
  note: 1_000,
  options: 8,
  lines: 100,
  years: 60,
} as const

export function comparisonNumber(number: number): string {
  return `CC-${String(number).padStart(4, '0')}`
}

export const otherSide: Record<Side, Side> = { supplier: 'customer', customer: 'supplier' }

/** The last signature of each side, and whether it holds for the case as it is now. */
export interface SideSignature {
  side: Side
  revision: number
  signedAt: Date
  signedBy: { id: string; name: string }
  isValid: boolean
}

/** Of all signatures, newest revision first: what each side signed last. */
export function lastSignatures<S extends { side: Side; revision: number; hash: string }>(
  signatures: S[],
  current: { revision: number; hash: string | null },
): (S & { isValid: boolean })[] {
  const last = new Map<Side, S>()
  for (const signature of signatures) {
    const known = last.get(signature.side)
    if (!known || known.revision < signature.revision) last.set(signature.side, signature)
  }
  return [...last.values()].map((signature) => ({
    ...signature,
    isValid: signature.revision === current.revision && signature.hash === current.hash,
  }))
}
