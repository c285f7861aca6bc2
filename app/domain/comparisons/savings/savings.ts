/** What became of a saving, in the order of its life. Words in `savings:kind.…`. */
export const savingsKinds = ['proposed', 'agreed', 'verified', 'lost'] as const
export type SavingsKind = (typeof savingsKinds)[number]

export const groupings = ['comparison', 'year', 'category', 'product', 'plant'] as const
export type Grouping = (typeof groupings)[number]

/** Plain decimals of one currency. */
export type SavingsAmounts = Record<SavingsKind, string>

export interface SavingsRow {
  key: string
  /** What it is grouped by, in words of the record; the page says it in the reader's where it is vocabulary. Empty: not stated. */
  label: string
  currency: string
  amounts: SavingsAmounts
  /** Where the row is one comparison. */
  comparisonId: string | null
}
