import type { DocumentKind, SecurityClass } from '../../kinds.ts'
import type { ColumnKey } from '../import.ts'

export type CustomerFunction = 'logistics' | 'engineering' | 'purchasing' | 'quality'

/** What the words of a table may mean: labels in every language, and what the supplier has at present. */
export interface Vocabulary {
  columns: Map<string, ColumnKey>
  kinds: Map<string, DocumentKind>
  securityClasses: Map<string, SecurityClass>
  languages: Map<string, string>
  functions: Map<string, CustomerFunction>
  /** Whether a version of this state is a draft; null: it is not taken in. */
  states: Map<string, boolean | null>
  everyAccount: Set<string>
  families: { id: string; number: string }[]
  products: { id: string; number: string }[]
  variants: { id: string; number: string; accountId: string }[]
  /** By account number and by the customer's name. */
  accounts: Map<string, string>
  owners: { id: string; name: string }[]
}

/** As people type it: wide letters, capitals and spaces make no difference. */
export const normal = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Values with commas, semicolons or line ends between them; each once. */
export const listOf = (text: string) => [
  ...new Set(
    text
      .split(/[,;，；、\n]/)
      .map((each) => each.trim())
      .filter(Boolean),
  ),
]

/** Paths, one on each line; a line may hold several (`splitPath`). */
export const pathsOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean),
  ),
]

/** With semicolons between them, where the line as a whole is no file: file names have semicolons too. */
export const splitPath = (line: string, isFile: (path: string) => boolean) =>
  isFile(line)
    ? [line]
    : line
        .split(';')
        .map((each) => each.trim())
        .filter(Boolean)
