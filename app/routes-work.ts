import { route } from '@remix-run/route-config'

/** The part of the URL map that is about consultations as work: acts on several, tags, and what one does with one. */
export const workRoutes = [
  route('consultations/bulk', 'routes/consultations/work/bulk.tsx'),
  route('consultations/bulk/done', 'routes/consultations/work/batches.tsx'),
  route('consultations/bulk/:batchId', 'routes/consultations/work/batch.tsx'),
  route('consultations/bulk/:batchId/undo', 'routes/consultations/work/undo.ts'),
  route('consultations/tags', 'routes/consultations/tags/list.tsx'),
  route('consultations/tags/:tagId', 'routes/consultations/tags/tag.tsx'),
  route('consultations/tags/:tagId/merge', 'routes/consultations/tags/merge.ts'),
  route('consultations/tags/:tagId/retire', 'routes/consultations/tags/retire.ts'),
  route('consultations/:id/take-over', 'routes/consultations/work/take-over.tsx'),
  route('consultations/:id/close', 'routes/consultations/work/close.tsx'),
  route('consultations/:id/work/tags', 'routes/consultations/work/tagging.tsx'),
  route('consultations/:id/work/untag', 'routes/consultations/work/untag.ts'),
  route('consultations/:id/work/watch', 'routes/consultations/work/watch.ts'),
  route('consultations/:id/work/due', 'routes/consultations/work/due.tsx'),
  route('consultations/:id/work/snooze', 'routes/consultations/work/snooze.tsx'),
  route('consultations/:id/work/wake', 'routes/consultations/work/wake.ts'),
]
