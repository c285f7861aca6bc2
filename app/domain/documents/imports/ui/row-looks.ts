import type { ImportOutcome, RowState } from '../import.ts'

type Look = {
  shape: 'dashed' | 'ring' | 'half' | 'most' | 'check' | 'cross'
  tone: 'quiet' | 'strong' | 'positive' | 'danger'
}

/** Shape and tone of what a row comes to, and of what became of it. */
export const rowLooks: { outcome: Record<ImportOutcome, Look>; state: Record<RowState, Look> } = {
  outcome: {
    new: { shape: 'ring', tone: 'strong' },
    version: { shape: 'half', tone: 'strong' },
    unchanged: { shape: 'dashed', tone: 'quiet' },
    refused: { shape: 'cross', tone: 'danger' },
  },
  state: {
    planned: { shape: 'ring', tone: 'quiet' },
    skipped: { shape: 'dashed', tone: 'quiet' },
    imported: { shape: 'check', tone: 'positive' },
    failed: { shape: 'cross', tone: 'danger' },
    undone: { shape: 'dashed', tone: 'quiet' },
    kept: { shape: 'most', tone: 'strong' },
  },
}
