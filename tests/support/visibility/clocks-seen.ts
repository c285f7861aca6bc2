import type { Expectation } from './expectation.ts'
import { aurora, auroraTeam, halden, lumen } from './people.ts'

/** Who finds the hours of Halden, what it promised, the clocks, and what a change of the hours moved. */
export const clocksSeen: Expectation[] = [
  {
    record: 'a calendar',
    kind: 'calendar',
    id: ({ records }) => records.clocks.calendar,
    scope: halden,
    // A customer's clocks count in it.
    wall: [...halden, ...lumen, ...aurora],
  },
  {
    record: 'what is promised to everybody',
    kind: 'serviceLevel',
    id: ({ records }) => records.clocks.levels.everybody,
    scope: halden,
    wall: [...halden, ...lumen, ...aurora],
  },
  {
    record: 'what is promised to Aurora',
    kind: 'serviceLevel',
    id: ({ records }) => records.clocks.levels.aurora,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: 'a clock of Lumen',
    kind: 'clock',
    id: ({ records }) => records.consultations.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a clock of Aurora',
    kind: 'clock',
    id: ({ records }) => records.consultations.aurora,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: 'how a consultation of Lumen went',
    kind: 'course',
    id: ({ records }) => records.consultations.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'how a consultation of Aurora went',
    kind: 'course',
    id: ({ records }) => records.consultations.aurora,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: 'that the people of a clock of Aurora were warned',
    kind: 'clockAlert',
    id: ({ records }) => records.consultations.aurora,
    scope: auroraTeam,
    wall: auroraTeam,
  },
  {
    record: 'that all clocks were worked out anew',
    kind: 'clockChange',
    id: ({ records }) => records.clocks.change,
    scope: halden,
    wall: halden,
  },
  {
    record: 'what of it moved at Aurora',
    kind: 'clockMove',
    id: ({ records }) => records.consultations.aurora,
    // The wall keeps it from customers: they see the clock itself.
    scope: auroraTeam,
    wall: auroraTeam,
  },
]
