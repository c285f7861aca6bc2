import type { Expectation } from './expectation.ts'
import { halden, lumen } from './people.ts'

/** Macros are of one side of one organization: no customer sees the supplier's, nor the supplier a customer's. */
export const macrosSeen: Expectation[] = [
  {
    record: 'a macro for everybody of the supplier',
    kind: 'macro',
    id: ({ records }) => records.macros.everybody,
    scope: halden,
    wall: halden,
  },
  {
    record: 'that a macro was used',
    kind: 'macroUse',
    id: ({ records }) => records.macros.everybody,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a personal macro',
    kind: 'macro',
    id: ({ records }) => records.macros.ingrids,
    scope: ['ingrid'],
    wall: ['ingrid'],
  },
  {
    record: 'a macro of the team of a restricted account',
    kind: 'macro',
    id: ({ records }) => records.macros.auroraTeam,
    scope: ['dev', 'marcus'],
    wall: ['dev', 'marcus'],
  },
  {
    record: 'a macro of a customer',
    kind: 'macro',
    id: ({ records }) => records.macros.lumens,
    scope: lumen,
    wall: lumen,
  },
]
