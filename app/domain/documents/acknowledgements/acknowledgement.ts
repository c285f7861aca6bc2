import type { RequestState } from './engine/states.ts'

/** How far it is, as a shape and a tone of the status badge. */
export const stateLooks = {
  sent: { shape: 'dashed', tone: 'quiet' },
  delivered: { shape: 'ring', tone: 'neutral' },
  acknowledged: { shape: 'half', tone: 'strong' },
  information_requested: { shape: 'pause', tone: 'strong' },
  samples_requested: { shape: 'pause', tone: 'strong' },
  accepted: { shape: 'check', tone: 'positive' },
  conditional: { shape: 'most', tone: 'strong' },
  rejected: { shape: 'cross', tone: 'danger' },
  deemed_accepted: { shape: 'most', tone: 'neutral' },
  overdue: { shape: 'ring', tone: 'danger' },
  implemented: { shape: 'check', tone: 'positive' },
  withdrawn: { shape: 'cross', tone: 'quiet' },
} as const satisfies Record<RequestState, { shape: string; tone: string }>

export const acknowledgementLimits = {
  statement: 1_000,
  text: 2_000,
  reference: 200,
  mostInQuorum: 20,
} as const
