import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

const named = z.object({ name: z.string() })

/** Of an import: the documents in it have their own. */
export const importEvents = defineEvents('import', {
  begun: { version: 1, payload: named },
  /** It can go on; where documents are released at once, with a colleague's word. */
  checked: {
    version: 1,
    payload: named.extend({ planned: z.int(), refused: z.int(), isReleased: z.boolean() }),
  },
  started: { version: 1, payload: named.extend({ planned: z.int(), isReleased: z.boolean() }) },
  finished: { version: 1, payload: named.extend({ imported: z.int(), failed: z.int() }) },
  undoAsked: { version: 1, payload: named },
  undone: { version: 1, payload: named.extend({ undone: z.int(), kept: z.int() }) },
  /** All documents went out as a ZIP file. */
  exported: { version: 1, payload: named.extend({ documents: z.int() }) },
})

export type ImportEventType = keyof typeof importEvents.definitions
