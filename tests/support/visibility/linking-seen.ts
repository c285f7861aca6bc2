import type { Expectation } from './expectation.ts'
import { halden, lumen } from './people.ts'

/** What has to do with another one: within an account both sides know it, across accounts the supplier's people of both. */
export const linkingSeen: Expectation[] = [
  {
    record: 'a relation within an account',
    kind: 'relation',
    id: ({ records }) => records.related.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a relation across accounts',
    kind: 'relation',
    id: ({ records }) => records.acrossAccounts,
    scope: ['dev', 'marcus'],
    wall: ['dev', 'marcus'],
  },
  {
    record: 'of which consultation a note came',
    kind: 'noteSource',
    id: ({ records }) => records.documents.draft,
    scope: halden,
    wall: halden,
  },
  {
    record: 'an offer of a note for engineers',
    kind: 'noteOffer',
    id: ({ records }) => records.offer,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'why a mark in a note was kept',
    kind: 'keptMark',
    id: ({ records }) => records.documents.draft,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a merge',
    kind: 'merge',
    id: ({ records }) => records.merged,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
]
