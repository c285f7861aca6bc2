import type { Expectation } from './expectation.ts'
import { halden, lumen } from './people.ts'

/** Rui is a guest of Lumen's consultation; the member that it is, of another customer, finds neither that nor anything there. */
export const guestsSeen: Expectation[] = [
  {
    record: 'a guest of a consultation',
    kind: 'guest',
    id: ({ records }) => records.guest.id,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'the name of a guest',
    kind: 'guestName',
    id: ({ records }) => records.guest.membership,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'what both sides wrote where somebody is a guest',
    kind: 'message',
    id: ({ records }) => records.messages.shared,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
]
