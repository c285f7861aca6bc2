import type { Expectation } from './expectation.ts'
import { halden } from './people.ts'

/** Who finds what hangs from the review of a document: nobody but the supplier. */
export const reviewsSeen: Expectation[] = [
  {
    record: 'the review of a submitted version',
    kind: 'reviewRound',
    id: ({ records }) => records.reviews.inReview.round,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a review rule',
    kind: 'reviewRule',
    id: ({ records }) => records.reviews.rule,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a planned release',
    kind: 'plannedRelease',
    id: ({ records }) => records.reviews.planned.version,
    scope: halden,
    wall: halden,
  },
]
