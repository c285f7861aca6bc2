import type { Records } from '../records.ts'
import type { PersonName } from '../world.ts'
import type { Expectation } from './expectation.ts'
import { aurora, auroraTeam, halden, lumen } from './people.ts'

const readers: [keyof Records['claims'], PersonName[], PersonName[]][] = [
  ['draft', halden, halden],
  ['shared', [...halden, 'lin', 'chen'], [...halden, ...lumen]],
  ['aurora', [...auroraTeam, 'rui', 'sofia'], [...auroraTeam, ...aurora]],
]

/** What is said of a competitor's product is seen where the comparison is. */
export const claimsSeen: Expectation[] = readers.map(([which, scope, wall]) => ({
  ...{ record: `a claim of the comparison ${which}`, kind: 'claim' as const, scope, wall },
  id: ({ records }) => records.claims[which],
}))
