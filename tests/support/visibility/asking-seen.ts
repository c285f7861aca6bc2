import type { Expectation } from './expectation.ts'
import { halden, lumen } from './people.ts'

/** What was about to be asked, and by whom. */
export const askingSeen: Expectation[] = [
  {
    record: 'a question that ended at an answer',
    kind: 'endedQuestion',
    id: ({ records }) => records.endedQuestions.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
]
