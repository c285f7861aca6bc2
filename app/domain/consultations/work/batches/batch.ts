import { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { readFilters } from '../../filters.ts'
import { CloseForm, DueForm, SnoozeForm, TagForm, UntagForm } from '../forms.ts'
import { filtersOfQueue } from '../queues.ts'
import { workLimits } from '../work.ts'

export const batchActs = ['assign', 'take_over', 'tag', 'untag', 'snooze', 'close', 'due'] as const
export type BatchAct = (typeof batchActs)[number]

const chosen = {
  /** The consultations, in the order of the list. */
  ids: z
    .array(z.uuid({ error: 'common:error.unknown' }))
    .min(1, 'work:error.nothingChosen')
    .max(workLimits.batch, encodeMessage('work:error.tooManyChosen', { max: workLimits.batch })),
}
const reason = z.string().trim().max(workLimits.reason).optional()

/** What is asked for each act, beside which consultations it is for. */
export const batchForms = {
  assign: z.object({ ...chosen, assigneeId: z.uuid({ error: 'common:error.choose' }) }),
  take_over: z.object({ ...chosen, reason }),
  tag: TagForm.extend(chosen),
  untag: UntagForm.extend(chosen),
  snooze: z.object({ ...chosen, ...SnoozeForm.shape }).refine(({ until, at }) => until !== 'at' || at, {
    path: ['at'],
    error: 'common:error.required',
  }),
  close: CloseForm.extend(chosen),
  due: DueForm.extend(chosen),
} as const satisfies Record<BatchAct, z.ZodType>

export type BatchInput = { [A in BatchAct]: { act: A } & z.output<(typeof batchForms)[A]> }[BatchAct]

export const readAct = (name: unknown): BatchAct | null => batchActs.find((each) => each === name) ?? null

/** What an act changes of a consultation, as it was or as it became. */
export interface Shape {
  status?: string
  assigneeId?: string | null
  tagId?: string
  isTagged?: boolean
  isSnoozed?: boolean
  until?: string | null
  dueOn?: string | null
  isShown?: boolean
  /** Who made it so: what a colleague did anew looks the same and is not. */
  by?: string | null
}

export const isSameShape = (a: Shape, b: Shape): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (key) => a[key as keyof Shape] === b[key as keyof Shape],
  )

/** What the address of the page names: the act, the consultations, and the queue to go back to; what is no id is left out. */
export function readBatch(search: URLSearchParams) {
  const ids = search.getAll('ids').filter((id) => z.uuid().safeParse(id).success)
  const { whose } = readFilters(search)
  return {
    act: readAct(search.get('act')) ?? 'tag',
    ids: [...new Set(ids)].slice(0, workLimits.batch),
    queue: whose ? filtersOfQueue(whose) : {},
  }
}
