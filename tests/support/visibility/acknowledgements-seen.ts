import type { Expectation } from './expectation.ts'
import { aurora, auroraTeam, halden, lumen } from './people.ts'

/** Who finds what hangs from a request to acknowledge. */
export const acknowledgementsSeen: Expectation[] = [
  {
    record: 'a request to Lumen',
    kind: 'request',
    id: ({ records }) => records.requests.lumen,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a request to Aurora',
    kind: 'request',
    id: ({ records }) => records.requests.aurora,
    scope: [...auroraTeam, 'rui'],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: "the terms of Lumen's account",
    kind: 'terms',
    id: ({ records }) => records.requests.terms,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'an acknowledgement of Lumen',
    kind: 'acknowledgement',
    id: ({ records }) => records.requests.acknowledgement,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'an answer of Lumen',
    kind: 'fact',
    id: ({ records }) => records.requests.fact,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: "a link of Lumen's chain",
    kind: 'evidence',
    id: ({ records }) => records.requests.evidence,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
]
