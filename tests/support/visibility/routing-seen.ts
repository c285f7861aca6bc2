import type { Expectation } from './expectation.ts'
import { halden } from './people.ts'

/** Who takes what, and who is away, is known to Halden alone. */
export const routingSeen: Expectation[] = [
  {
    record: 'a routing rule of Halden',
    kind: 'routingRule',
    id: ({ records }) => records.routing.rule,
    scope: halden,
    wall: halden,
  },
  {
    record: 'that somebody of Halden is away',
    kind: 'absence',
    id: ({ records }) => records.routing.absence,
    scope: halden,
    wall: halden,
  },
]
