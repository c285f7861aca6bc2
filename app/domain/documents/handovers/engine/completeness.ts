import { type VdiClass, vdiClasses } from '../../kinds.ts'
import type { Covering, Holding, Requirement } from '../handover.ts'

interface Held {
  vdiClass: string
  language: string
  holding: Holding
}

export interface ClassRow<Document extends Held> {
  vdiClass: VdiClass
  /** Whether the account needs it. */
  isRequired: boolean
  /** By language that the account needs; only of a required class. */
  cells: { language: string; covering: Covering }[]
  documents: Document[]
}

export interface Completeness<Document extends Held> {
  rows: ClassRow<Document>[]
  /** Cells that are complete, and all of them. */
  complete: number
  wanted: number
}

/**
 * Holds documents against what an account needs: a row for each class that is needed or has a document, in the order of
 * VDI 2770, and in it a cell for each language.
 */
export function completenessOf<Document extends Held>(
  documents: Document[],
  { classes, languages }: Requirement,
): Completeness<Document> {
  const rows = vdiClasses.flatMap((vdiClass): ClassRow<Document>[] => {
    const found = documents.filter((each) => each.vdiClass === vdiClass)
    const isRequired = classes.includes(vdiClass)
    if (!isRequired && found.length === 0) return []
    const cells = languages.map((language) => ({ language, covering: coveringOf(found, language) }))
    return [{ vdiClass, isRequired, cells: isRequired ? cells : [], documents: found }]
  })
  const cells = rows.flatMap((row) => row.cells)
  const complete = cells.filter(({ covering }) => covering === 'complete').length
  return { rows, complete, wanted: cells.length }
}

function coveringOf(documents: Held[], language: string): Covering {
  const inLanguage = documents.filter((each) => each.language === language)
  if (inLanguage.some(({ holding }) => holding === 'current')) return 'complete'
  if (inLanguage.length > 0) return 'outdated'
  return documents.some(({ holding }) => holding === 'current') ? 'otherLanguage' : 'missing'
}

/** How a released version holds on a day (ISO): by its state first, then by its dates. */
export function holdingOf(
  {
    status,
    effectiveOn,
    expiresOn,
  }: { status: string; effectiveOn: string | null; expiresOn: string | null },
  today: string,
): Holding {
  if (status !== 'released') return 'withdrawn'
  if (expiresOn !== null && expiresOn < today) return 'expired'
  return effectiveOn !== null && effectiveOn > today ? 'ahead' : 'current'
}
