import type { PersonName } from '../world.ts'
import type { Expectation, Kind } from './expectation.ts'
import { auroraTeam, halden } from './people.ts'

type Part = 'plan' | 'quantity' | 'period' | 'file' | 'signature' | 'entry'

const readers: { account: 'lumen' | 'aurora'; scope: PersonName[]; wall: PersonName[] }[] = [
  {
    account: 'lumen',
    scope: [...halden, 'lin', 'chen'],
    wall: [...halden, 'lin', 'chen', 'wu', 'lumenAdmin'],
  },
  {
    account: 'aurora',
    scope: [...auroraTeam, 'rui', 'sofia'],
    wall: [...auroraTeam, 'rui', 'sofia', 'ana', 'auroraAdmin'],
  },
]

/** What is measured of a comparison, and the lines of the ledger, are read by whoever reads the comparison. */
export const verificationSeen: Expectation[] = readers.flatMap(({ account, scope, wall }) => {
  const seen = (record: string, kind: Kind, part: Part): Expectation => ({
    ...{ record: `${record} of ${account}`, kind, scope, wall },
    id: ({ records }) => records.measured[account][part],
  })
  return [
    seen('a measurement plan', 'plan', 'plan'),
    seen('a quantity', 'quantity', 'quantity'),
    seen('a measured month', 'period', 'period'),
    seen('a reading', 'reading', 'period'),
    seen('evidence', 'evidenceFile', 'file'),
    { ...seen('evidence as a file', 'file', 'file'), scope: wall },
    seen('a signature under a plan', 'planSignature', 'signature'),
    seen('a line of the ledger', 'savingsEntry', 'entry'),
  ]
})
