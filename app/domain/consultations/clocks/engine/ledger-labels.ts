/** What became of a stretch of time: `waiting` also stands for an answer that lay with the customer. */
export const ledgerLabels = ['counted', 'closed', 'holiday', 'waiting', 'paused'] as const
export type LedgerLabel = (typeof ledgerLabels)[number]
