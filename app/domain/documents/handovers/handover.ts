import type { Language } from '#app/i18n/languages.ts'
import type { DocumentKind, VdiClass } from '../kinds.ts'

/** What is to be handed over, by class of VDI 2770 and language. */
export interface Requirement {
  classes: VdiClass[]
  languages: Language[]
}

/** What a component is usually handed over with, where nothing was agreed. */
export const usualClasses: readonly VdiClass[] = ['01-01', '02-01', '02-02', '02-04', '03-02', '03-03']

/** A notice tells of a change; it is no documentation of a product. */
export const leftOutKind: DocumentKind = 'change_notice'

/** More documents than this are not packed into one file; a variant narrows it. */
export const mostPacked = 500

/** How far a document is good for a hand-over: in force; by its dates not yet, or no longer; taken back. */
export const holdings = ['current', 'ahead', 'expired', 'withdrawn'] as const
export type Holding = (typeof holdings)[number]

/** What a class has in a language: a document in force; only one that does not hold; one in another language; nothing. */
export const coverings = ['complete', 'outdated', 'otherLanguage', 'missing'] as const
export type Covering = (typeof coverings)[number]

/** Shape and tone of the status badge. */
export const coveringLooks = {
  complete: { shape: 'check', tone: 'positive' },
  outdated: { shape: 'half', tone: 'danger' },
  otherLanguage: { shape: 'half', tone: 'quiet' },
  missing: { shape: 'dashed', tone: 'danger' },
} as const satisfies Record<Covering, { shape: string; tone: string }>

export const holdingLooks = {
  current: { shape: 'check', tone: 'positive' },
  ahead: { shape: 'ring', tone: 'strong' },
  expired: { shape: 'most', tone: 'danger' },
  withdrawn: { shape: 'cross', tone: 'danger' },
} as const satisfies Record<Holding, { shape: string; tone: string }>
