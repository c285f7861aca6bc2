import type { Expectation } from './expectation.ts'
import { halden, lumen } from './people.ts'

/** Who finds what belongs to the writing of a document. */
export const writingSeen: Expectation[] = [
  {
    record: 'a remark on a released version',
    kind: 'comment',
    id: ({ records }) => records.comments.lumenEngineers,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a released translation',
    kind: 'translation',
    id: ({ records }) => records.translations.released,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a translation that is not released',
    kind: 'translation',
    id: ({ records }) => records.translations.draft,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a save of a draft',
    kind: 'save',
    id: ({ records }) => records.saves.draft,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a template',
    kind: 'template',
    id: ({ records }) => records.templates.measurement,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a co-author of a draft',
    kind: 'coAuthor',
    id: ({ records }) => records.coAuthors.draft,
    scope: halden,
    wall: halden,
  },
]
