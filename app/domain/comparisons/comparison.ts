import type { Side } from '#app/domain/access/actor.ts'
import type { Transitions } from '#app/domain/access/transition.ts'
import { CATEGORY_ORDER } from './engine/case.ts'

export const comparisonStatuses = [
  ...(['draft', 'approved', 'shared', 'discussion', 'agreed'] as const),
  ...(['trial', 'verified', 'closed', 'rejected', 'withdrawn'] as const),
] as const
export type ComparisonStatus = (typeof comparisonStatuses)[number]

/** The database knows the same steps (migrations 0131 and 0137). */
export const comparisonTransitions: Transitions<ComparisonStatus> = {
  draft: ['approved', 'withdrawn'],
  approved: ['draft', 'shared', 'withdrawn'],
  shared: ['discussion', 'agreed', 'rejected', 'withdrawn'],
  discussion: ['agreed', 'rejected', 'withdrawn'],
  agreed: ['trial', 'closed'],
  trial: ['verified', 'closed'],
  verified: ['closed'],
  closed: [],
  rejected: [],
  withdrawn: [],
}

const among =
  (...statuses: ComparisonStatus[]) =>
  (status: ComparisonStatus): boolean =>
    statuses.includes(status)

/** Known to the supplier alone. */
export const isInside = among('draft', 'approved')
/** Before the customer, and not decided. */
export const undecided = ['shared', 'discussion'] satisfies ComparisonStatus[]
export const isUndecided = among(...undecided)
/** Both sides signed it; what was signed does not change any more. */
export const isAgreed = among('agreed', 'trial', 'verified', 'closed')
export const isChangeable = (status: ComparisonStatus): boolean => isInside(status) || isUndecided(status)

/** How far it is, as a shape and a tone of the status badge. */
export const statusLooks = {
  draft: { shape: 'dashed', tone: 'quiet' },
  approved: { shape: 'ring', tone: 'quiet' },
  shared: { shape: 'half', tone: 'strong' },
  discussion: { shape: 'most', tone: 'strong' },
  agreed: { shape: 'check', tone: 'positive' },
  trial: { shape: 'most', tone: 'positive' },
  verified: { shape: 'check', tone: 'strong' },
  closed: { shape: 'check', tone: 'neutral' },
  rejected: { shape: 'cross', tone: 'quiet' },
  withdrawn: { shape: 'cross', tone: 'quiet' },
} as const satisfies Record<ComparisonStatus, { shape: string; tone: string }>

export const costCategories = CATEGORY_ORDER
export type CostCategory = (typeof costCategories)[number]

export const costBases = ['per_unit', 'per_year', 'per_batch', 'per_event', 'one_off'] as const
export type CostBasis = (typeof costBases)[number]

/** What an end product can be compared in. */
export const characteristicKinds = [
  ...(['power', 'standby_power', 'efficiency', 'lifetime', 'mtbf', 'electrolytic_life'] as const),
  ...(['mass', 'noise', 'size', 'temperature', 'other'] as const),
] as const
export type CharacteristicKind = (typeof characteristicKinds)[number]

export const directions = ['higher', 'lower', 'neither'] as const
export type Direction = (typeof directions)[number]

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
  reason: 2_000,
  product: 200,
  options: 8,
  lines: 100,
  names: 100,
  characteristics: 60,
  method: 500,
  formula: 2_000,
  unit: 60,
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
