import type { DocumentKind, SecurityClass, VdiClass } from '../kinds.ts'
import type { Parameter } from '../parameters/parameter.ts'

export const importStatuses = [
  'waiting',
  'checked',
  'refused',
  'running',
  'done',
  'undoing',
  'undone',
] as const
export type ImportStatus = (typeof importStatuses)[number]

export const importOutcomes = ['new', 'version', 'unchanged', 'refused'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

export const rowStates = ['planned', 'skipped', 'imported', 'failed', 'undone', 'kept'] as const
export type RowState = (typeof rowStates)[number]

/** Shape and tone of the status badge. */
export const importLooks = {
  waiting: { shape: 'dashed', tone: 'quiet' },
  checked: { shape: 'half', tone: 'strong' },
  refused: { shape: 'cross', tone: 'danger' },
  running: { shape: 'most', tone: 'strong' },
  done: { shape: 'check', tone: 'positive' },
  undoing: { shape: 'most', tone: 'quiet' },
  undone: { shape: 'cross', tone: 'quiet' },
} as const satisfies Record<ImportStatus, { shape: string; tone: string }>

export const importLimits = {
  /** Rows of a table. */
  rows: 5_000,
  /** Bytes of the table itself. */
  table: 32 * 1024 ** 2,
  /** Files in a ZIP file, and bytes of all of them, unpacked. */
  entries: 20_000,
  bytes: 8 * 1024 ** 3,
  /** A file that unpacks to more than so many times its size, and is larger than this, is a bomb. */
  ratio: 250,
  ratioFrom: 4 * 1024 ** 2,
  formerNumber: 60,
  /** The largest number that is kept: the series goes on behind it. */
  number: 999_999,
} as const

/** Something about one cell of a row; the message is encoded. */
export interface CellRemark {
  column: ColumnKey | null
  message: string
}

/** The columns of the table, in the order of the template. */
export const columnKeys = [
  'number',
  'version',
  'kind',
  'title',
  'language',
  'body',
  'files',
  'vdiClass',
  'securityClass',
  'summary',
  'keywords',
  'changeNote',
  'effectiveOn',
  'expiresOn',
  'families',
  'products',
  'variants',
  'accounts',
  'onlyFamilies',
  'onlyVariants',
  'functions',
  'owner',
  'parameters',
  'state',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** Without these there is no document. */
export const neededColumns = ['kind', 'title', 'language'] as const satisfies readonly ColumnKey[]

/** A file of a row, as it was found when the table was checked. */
export interface PlannedFile {
  path: string
  name: string
  size: number
  type: string
  sha256: string
}

/** What a row comes to, with ids; it is read again from the table's own files when it is written. */
export interface RowPlan {
  /** By number or by former number; null for a new document that takes the next number. */
  document: { number: number } | { formerNumber: string } | null
  kind: DocumentKind
  /** Given in the table; else the next one. */
  version: number | null
  /** The newest version when the table was checked; null for a new document. */
  base: number | null
  /** Stays a draft in an import that releases. */
  isDraft: boolean
  content: {
    title: string
    language: string
    summary: string
    keywords: string[]
    changeNote: string
    effectiveOn?: string
    expiresOn?: string
  }
  /** Path of the text; null when the row has files alone. */
  bodyPath: string | null
  files: PlannedFile[]
  parameters: Parameter[] | null
  reach: {
    vdiClass: VdiClass
    securityClass: SecurityClass
    familyIds: string[]
    productIds: string[]
    variantIds: string[]
    everyAccount: boolean
    accountIds: string[]
    onlyFamilyIds: string[]
    onlyVariantIds: string[]
    functions: ('logistics' | 'engineering' | 'purchasing' | 'quality')[]
    ownerId?: string
  }
}
