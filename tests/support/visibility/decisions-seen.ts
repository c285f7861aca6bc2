import type { Expectation } from './expectation.ts'
import { halden, lumen } from './people.ts'

/** What an answer decides and how it served: both sides of the account. */
export const decisionsSeen: Expectation[] = [
  {
    record: 'the record of an answer',
    kind: 'decision',
    id: ({ records }) => records.decisions.answered,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'the rating of an answer',
    kind: 'rating',
    id: ({ records }) => records.ratings.accepted,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
]
