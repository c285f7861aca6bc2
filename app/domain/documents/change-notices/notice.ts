import type { ParameterFit } from '../parameters/parameter.ts'

/** A product change, or a product discontinuance. */
export const noticeTypes = ['pcn', 'pdn'] as const
export type NoticeType = (typeof noticeTypes)[number]

/** Reasons of VDMA 24903. */
export const reasonCodes = [
  'PDN',
  'MANAQ',
  'ALERT',
  'SOFTW',
  'LABEL',
  'CHARA',
  'DOCUM',
  'NRND',
  'FIT',
  'FORM',
  'FUNCT',
  'INSOL',
  'CORR',
  'SHIP',
  'MATER',
  'PRODS',
  'PPROC',
  'PSITE',
  'CANCN',
  'CANDN',
  'RECA',
  'TESTP',
  'TESTS',
  'ORCOD',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Categories of items of VDMA 24903. */
export const categoryCodes = [
  'ACEL',
  'DACE',
  'SERV',
  'DOCU',
  'ELME',
  'FLUI',
  'AUXM',
  'HYDR',
  'MECH',
  'MULT',
  'PAEL',
  'PNEU',
  'RAWM',
  'SWFW',
  'OTHR',
  'CCBL',
  'ASSY',
] as const
export type CategoryCode = (typeof categoryCodes)[number]

/** Milestones of IDTA 02036, in the order of a product's life. */
export const milestoneCodes = ['SOP', 'NRND', 'PCN', 'PDN', 'EOS', 'EOP', 'LTD', 'EOSR'] as const
export type MilestoneCode = (typeof milestoneCodes)[number]

export interface Milestone {
  code: MilestoneCode
  /** A day: 2026-01-31. */
  on: string
}

/** What a notice of a type cannot be without (IDTA 02036). */
export const requiredMilestone: Record<NoticeType, MilestoneCode> = { pcn: 'PCN', pdn: 'EOP' }

export const impacts = ['fit', 'form', 'function', 'quality', 'reliability'] as const
export type Impact = (typeof impacts)[number]

/** What a parameter was and becomes, with its unit. */
export interface ParameterChange {
  name: string
  unit: string
  old: string
  new: string
}

/** The line of a parameter table that a change touches, in two versions of its document; `from` is null for a first one. */
export interface ParameterSource {
  documentId: string
  number: string
  symbol: string
  from: number | null
  to: number
}

/** As a notice keeps it. Of a row that names no parameter, only its writer can say what it is about. */
export interface RecordedChange extends ParameterChange {
  fit?: ParameterFit
  source?: ParameterSource
}

export const noticeLimits = {
  pattern: 4_000,
  text: 4_000,
  marking: 500,
  changes: 40,
  parts: 5_000,
  field: 200,
  replacements: 100,
} as const
