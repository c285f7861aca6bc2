import type { Transitions } from '#app/domain/access/transition.ts'

export const documentStatuses = ['draft', 'submitted', 'released', 'superseded', 'withdrawn'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** The life of a version. A document shows the state of its newest one. */
export const versionTransitions: Transitions<DocumentStatus> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['draft', 'released', 'withdrawn'],
  released: ['superseded', 'withdrawn'],
  superseded: [],
  withdrawn: [],
}

/** Those that a version passes before anybody outside sees it. */
export const underWay: readonly DocumentStatus[] = ['draft', 'submitted']

/** How far it is, as a shape and a tone of the status badge. */
export const statusLooks = {
  draft: { shape: 'dashed', tone: 'quiet' },
  submitted: { shape: 'half', tone: 'strong' },
  released: { shape: 'check', tone: 'positive' },
  superseded: { shape: 'most', tone: 'quiet' },
  withdrawn: { shape: 'cross', tone: 'danger' },
} as const satisfies Record<DocumentStatus, { shape: string; tone: string }>

/** The functions of those who write technical documents and release each other's. */
export const writingFunctions = ['engineering', 'quality'] as const

export const documentLimits = {
  title: 200,
  body: 100_000,
  changeNote: 2_000,
  reason: 1_000,
  summary: 1_000,
  keywords: 20,
  keyword: 60,
} as const
