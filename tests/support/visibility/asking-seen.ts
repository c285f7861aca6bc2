import type { Expectation } from './expectation.ts'
import { aurora, halden, lumen } from './people.ts'

/** What was about to be asked, filled in and not sent yet, and what is asked for. */
export const askingSeen: Expectation[] = [
  {
    record: 'a question that ended at an answer',
    kind: 'endedQuestion',
    id: ({ records }) => records.endedQuestions.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a template in use',
    kind: 'questionTemplate',
    id: ({ records }) => records.questionTemplates.engineering,
    scope: [...halden, ...lumen, ...aurora],
    wall: [...halden, ...lumen, ...aurora],
  },
  {
    record: 'a retired template',
    kind: 'questionTemplate',
    id: ({ records }) => records.questionTemplates.retired,
    scope: halden,
    wall: halden,
  },
  {
    record: 'what was filled in',
    kind: 'sheet',
    id: ({ records }) => records.sheets.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a draft of a question',
    kind: 'questionDraft',
    id: ({ records }) => records.drafts.lin,
    scope: ['lin'],
    wall: ['lin'],
  },
]
