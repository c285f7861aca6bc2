import type { Records } from '../records.ts'
import type { PersonName } from '../world.ts'
import type { Expectation, Kind } from './expectation.ts'
import { aurora, auroraTeam, halden, lumen } from './people.ts'

/** Whoever reads a message, lane by lane. */
const readers: [keyof Records['messages'], PersonName[]][] = [
  ['shared', [...halden, ...lumen]],
  ['internal', halden],
  ['private', lumen],
  ['aurora', [...auroraTeam, ...aurora]],
]

const withMessages = (record: string, kind: Kind): Expectation[] =>
  readers.map(([message, names]) => ({
    record: `${record} (${message})`,
    kind,
    id: ({ records }) => records.messages[message],
    scope: names,
    wall: names,
  }))

/** What hangs from messages is seen by whoever reads the message, and by nobody else. */
export const talkSeen: Expectation[] = [
  ...withMessages('what a message said before', 'wording'),
  ...withMessages('whom a message mentions', 'mention'),
  ...withMessages('whom a message helped', 'reaction'),
  ...withMessages('what a message quotes', 'quote'),
]
