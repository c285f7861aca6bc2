import type { ClockKind } from '../clocks/engine/cycles.ts'
import type { Share } from './engine/wilson.ts'

/** What the rows of a report are. */
export const breakdowns = ['account', 'function', 'member', 'urgency', 'week'] as const
export type Breakdown = (typeof breakdowns)[number]

/** Up to this many cases a share says little: its interval is wide. */
export const fewCases = 29

/** The runs of one clock that began in the period. Spans in minutes of counted time, to a tenth. */
export interface ClockFigures {
  /** Runs that are decided: kept, or missed. */
  n: number
  /** How many of them were kept. Null of none. */
  kept: Share | null
  missed: number
  /** Of the missed those that wait still. */
  overdue: number
  /** Runs that have ended with a response: the median and the P90 are theirs. */
  ended: number
  median: number | null
  p90: number | null
  /** Neither kept nor missed yet: running or paused, and not due. */
  notDue: number
  /** Ended because their consultation goes on in another one. */
  merged: number
}

/** The consultations that were asked in the period, without those that go on in another one. */
export interface CourseFigures {
  n: number
  /** Of these, those that a member of the supplier wrote down. */
  writtenDown: number
  /** Left out of everything else here. */
  merged: number
  reopenings: number
  /** Consultations that were reopened at least once, of those that ever had an answer. */
  reopened: Share | null
  toCustomer: number
  toSupplier: number
  reassignments: number
  /** Minutes of open time that the customer waited for the supplier, and the other way round; null where no hours are promised. */
  atSupplier: number | null
  atCustomer: number | null
  /** With whom they lie at present. */
  withSupplier: number
  withCustomer: number
  /** Ratings by their steps, from 1 to 5: the latest of each consultation. */
  ratings: number[]
  /** Of `ratings`; null of none. */
  meanRating: number | null
}

export interface ReportRow {
  /** An id, a function, an urgency, or the Monday of a week; empty for nobody. */
  key: string
  /** Of an account or a member; empty for what the reader's language has a word for. */
  name: string
  clocks: Record<ClockKind, ClockFigures>
  course: CourseFigures
}

const nothing: ClockFigures = {
  ...{ n: 0, kept: null, missed: 0, overdue: 0, ended: 0, median: null, p90: null, notDue: 0, merged: 0 },
}

/** Of what did not occur. */
export const noClocks: Record<ClockKind, ClockFigures> = {
  first_response: nothing,
  next_response: nothing,
  solution: nothing,
}

export const noCourse: CourseFigures = {
  ...{ n: 0, writtenDown: 0, merged: 0, reopenings: 0, reopened: null, toCustomer: 0, toSupplier: 0 },
  ...{ reassignments: 0, atSupplier: null, atCustomer: null, withSupplier: 0, withCustomer: 0 },
  ...{ ratings: [0, 0, 0, 0, 0], meanRating: null },
}
