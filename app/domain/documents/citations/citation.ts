import type { MessageLane } from '#app/platform/database/client/enums.ts'

/** What cites: a version of a document, a message of a consultation, or the note of a value in a comparison. */
export type CitationSource =
  | { versionId: string; documentId: string }
  | { messageId: string; accountId: string; lane: MessageLane }
  | { assumptionId: string; accountId: string }

export const reviewOutcomes = ['affected', 'unaffected'] as const

export const reviewLimits = { note: 1_000, workingDays: 10 } as const

/** What a text cites, as its reader sees it: only what the reader may see of the document. */
export interface ShownCitation {
  id: string
  documentId: string
  /** As people write it: TN-0001. */
  number: string
  title: string
  version: number
  symbol: string
  /** The version that took its place; null while what is cited is in force. */
  movedTo: number | null
}

/**
 * The day that lies so many working days after another, in UTC; Saturdays and Sundays are none. Holidays are not
 * known here: a review that is due a day early does no harm.
 */
export function addWorkingDays(from: Date, days: number): Date {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()))
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1
  }
  return day
}
