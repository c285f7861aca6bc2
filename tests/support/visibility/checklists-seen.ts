import type { Records } from '../records.ts'
import type { PersonName } from '../world.ts'
import type { Expectation, Kind } from './expectation.ts'
import { halden, lumen } from './people.ts'

const readers: [keyof Records['checklists'], PersonName[]][] = [
  ['shared', [...halden, ...lumen]],
  ['internal', halden],
  ['private', lumen],
]

const inLanes = (record: string, kind: Kind, part: 'list' | 'item'): Expectation[] =>
  readers.map(([lane, names]) => ({
    record: `${record} (${lane})`,
    kind,
    id: ({ records }) => records.checklists[lane][part],
    scope: names,
    wall: names,
  }))

/** Checklists and their items are read by whoever reads the lane; templates are of one side. */
export const checklistsSeen: Expectation[] = [
  ...inLanes('a checklist', 'checklist', 'list'),
  ...inLanes('an item of a checklist', 'checklistItem', 'item'),
  {
    record: 'a template of checklists',
    kind: 'checklistTemplate',
    id: ({ records }) => records.checklistTemplates.halden,
    scope: halden,
    wall: halden,
  },
]
