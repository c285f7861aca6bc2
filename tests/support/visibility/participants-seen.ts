import type { Expectation } from './expectation.ts'
import { aurora, auroraTeam } from './people.ts'

/** Aurora's account is restricted to Marcus and Dev; Quinn was named in one consultation of it, and in that one alone. */
const lent = [...auroraTeam, 'quinn'] as const

export const participantsSeen: Expectation[] = [
  {
    record: 'a consultation with a lent colleague',
    kind: 'consultation',
    id: ({ records }) => records.lent.consultation,
    scope: [...lent, ...aurora],
    wall: [...lent, ...aurora],
  },
  {
    record: 'another one of the same account',
    kind: 'consultation',
    id: ({ records }) => records.lent.other,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: 'who was named',
    kind: 'participant',
    id: ({ records }) => records.lent.consultation,
    scope: [...lent, ...aurora],
    wall: [...lent, ...aurora],
  },
  {
    record: 'a message to both sides, with a lent colleague',
    kind: 'message',
    id: ({ records }) => records.lent.shared,
    scope: [...lent, ...aurora],
    wall: [...lent, ...aurora],
  },
  {
    record: 'an internal note, with a lent colleague',
    kind: 'message',
    id: ({ records }) => records.lent.internal,
    scope: [...lent],
    wall: [...lent],
  },
  {
    record: 'a private note, with a lent colleague',
    kind: 'message',
    id: ({ records }) => records.lent.private,
    scope: [...aurora],
    wall: [...aurora],
  },
]
