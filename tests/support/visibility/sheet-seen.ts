import type { Expectation } from './expectation.ts'
import { aurora, auroraTeam, halden, lumen } from './people.ts'

/** Who finds what stands in a released data sheet, what cites it, and who follows it. */
export const sheetSeen: Expectation[] = [
  {
    record: 'a parameter that customers see',
    kind: 'parameter',
    id: ({ records }) => records.sheet.parameters.shared,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a parameter of the same table that they do not see',
    kind: 'parameter',
    id: ({ records }) => records.sheet.parameters.internal,
    scope: halden,
    wall: halden,
  },
  {
    record: 'the words of an attached file',
    kind: 'fileText',
    id: ({ records }) => records.sheet.texts.sheet,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a page of them',
    kind: 'fileTextPage',
    id: ({ records }) => records.sheet.texts.sheet,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a citation by a draft',
    kind: 'citation',
    id: ({ records }) => records.sheet.citations.draft,
    scope: halden,
    wall: halden,
  },
  {
    record: "a citation by a note for Lumen's engineers",
    kind: 'citation',
    id: ({ records }) => records.sheet.citations.released,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a citation by a shared message',
    kind: 'citation',
    id: ({ records }) => records.sheet.citations.shared,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a citation by an internal note',
    kind: 'citation',
    id: ({ records }) => records.sheet.citations.internal,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a citation by a private note',
    kind: 'citation',
    id: ({ records }) => records.sheet.citations.private,
    scope: lumen,
    wall: lumen,
  },
  {
    record: 'a citation by a message of Aurora',
    kind: 'citation',
    id: ({ records }) => records.sheet.citations.aurora,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: "Lin's subscription",
    kind: 'subscription',
    id: ({ records }) => records.sheet.subscriptions.lin,
    scope: ['lin'],
    wall: ['lin'],
  },
  {
    record: "Dev's subscription",
    kind: 'subscription',
    id: ({ records }) => records.sheet.subscriptions.dev,
    scope: ['dev'],
    wall: ['dev'],
  },
]
