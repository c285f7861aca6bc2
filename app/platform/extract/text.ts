/** What a reader sees of a file that a browser does not show: its text, piece by piece. */
export type TextPiece =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'text'; text: string }
  /** A row of a table or of a sheet. */
  | { kind: 'row'; cells: string[] }

export interface TextSection {
  /** The name of a sheet, the number of a slide; null for a text in one piece. */
  title: string | null
  pieces: TextPiece[]
}

export interface FileText {
  sections: TextSection[]
  /** Whether there is more than the limits let through. */
  isCut: boolean
}

export interface TextLimits {
  /** Characters of text that are taken. */
  characters: number
  /** Bytes of XML that are unpacked. */
  bytes: number
}

/** For a page: what somebody reads there. */
export const previewLimits: TextLimits = { characters: 200_000, bytes: 32 * 1024 ** 2 }
/** For search: nearly everything. */
export const searchLimits: TextLimits = { characters: 2_000_000, bytes: 128 * 1024 ** 2 }

/** Why no text was found. */
export type TextProblem = 'damaged' | 'encrypted' | 'bytes' | 'kind'

export class TextRefused extends Error {
  override name = 'TextRefused'
  constructor(readonly problem: TextProblem) {
    super(`no text can be taken out: ${problem}`)
  }
}

/** The text in one piece, for an index: lines, and tabs between the cells of a row. */
export function plainText({ sections }: FileText): string {
  return sections
    .flatMap(({ title, pieces }) => [
      ...(title ? [title] : []),
      ...pieces.map((piece) => (piece.kind === 'row' ? piece.cells.join('\t') : piece.text)),
    ])
    .join('\n')
}

/** Gathers pieces until the limit of characters is reached. */
export class TextGatherer {
  readonly sections: TextSection[] = []
  isCut = false
  #left: number

  constructor({ characters }: TextLimits) {
    this.#left = characters
  }

  section(title: string | null): void {
    this.sections.push({ title, pieces: [] })
  }

  heading(level: number, text: string): void {
    const taken = this.#take(text.trim())
    if (taken) this.#pieces().push({ kind: 'heading', level, text: taken })
  }

  text(text: string): void {
    const taken = this.#take(text.trim())
    if (taken) this.#pieces().push({ kind: 'text', text: taken })
  }

  row(cells: string[]): void {
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    if (last < 0 || this.isCut) return
    const taken = cells.slice(0, last + 1).map((cell) => this.#take(cell.trim()))
    this.#pieces().push({ kind: 'row', cells: taken })
  }

  result(): FileText {
    return { sections: this.sections.filter(({ pieces }) => pieces.length > 0), isCut: this.isCut }
  }

  #pieces(): TextPiece[] {
    if (this.sections.length === 0) this.section(null)
    return this.sections[this.sections.length - 1]?.pieces ?? []
  }

  /** PostgreSQL and XML take no NUL; nobody reads it either. */
  #take(text: string): string {
    if (this.isCut) return ''
    const clean = text.replaceAll('\0', '')
    const taken = clean.slice(0, this.#left)
    this.#left -= taken.length
    if (taken.length < clean.length) this.isCut = true
    return taken
  }
}
