import type { Records } from '../records.ts'
import type { PersonName } from '../world.ts'
import type { Expectation, Kind } from './expectation.ts'
import { auroraTeam, halden } from './people.ts'

const readers: [keyof Records['parts'], PersonName[]][] = [
  ['lumen', halden],
  ['aurora', auroraTeam],
]

/** What the supplier does to answer in parts is read by whoever of it enters the account, and by no customer. */
export const partsSeen: Expectation[] = readers.flatMap(([account, names]) => {
  const seen = (record: string, kind: Kind, of: 'part' | 'assembly' | 'file'): Expectation => ({
    record: `${record} of ${account}`,
    kind,
    id: ({ records }) => records.parts[account][of],
    scope: names,
    wall: names,
  })
  return [
    seen('a part', 'part', 'part'),
    seen('the file of a part', 'partFile', 'file'),
    seen('the same as a file', 'file', 'file'),
    seen('a draft answer', 'assembly', 'assembly'),
    seen('a sign-off', 'signOff', 'assembly'),
  ]
})
