import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfPage } from './pdf-page.ts'

interface Hit {
  page: number
  /** Letters of the page's text, from the first one of the hit to the one after it. */
  from: number
  to: number
}

export interface SearchState {
  hits: number
  /** Counted from one; none is zero. */
  current: number
}

const mostHits = 2000

/** Lower case and without accents, letter by letter, so that places stay the same. */
function folded(text: string): string {
  return Array.from(text, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return plain.length === letter.length ? plain : letter.toLowerCase().slice(0, letter.length)
  }).join('')
}

/** Finds text in all pages and marks it where it is drawn. */
export class PdfSearch {
  readonly #texts = new Map<number, string>()
  #hits: Hit[] = []
  #current = -1
  #query = ''

  constructor(
    readonly source: PDFDocumentProxy,
    readonly pages: PdfPage[],
    readonly goTo: (page: number) => void,
  ) {
    for (const page of pages) page.element.addEventListener('drawn', () => this.#mark())
  }

  /** All hits of a text; goes to the first one from `page` on. */
  async find(query: string, page: number): Promise<SearchState> {
    this.#query = folded(query.trim())
    const wanted = this.#query
    this.#hits = []
    this.#current = -1
    for (let number = 1; wanted && number <= this.pages.length && this.#hits.length < mostHits; number++) {
      const text = await this.#textOf(number)
      if (this.#query !== wanted) return this.#state()
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        this.#hits.push({ page: number, from: at, to: at + wanted.length })
      }
    }
    const first = this.#hits.findIndex((hit) => hit.page >= page)
    return this.#show(this.#hits.length === 0 ? -1 : Math.max(first, 0))
  }

  move(by: 1 | -1): SearchState {
    const count = this.#hits.length
    return this.#show(count === 0 ? -1 : (this.#current + by + count) % count)
  }

  clear(): void {
    this.#query = ''
    this.#hits = []
    this.#current = -1
    this.#mark()
  }

  #show(index: number): SearchState {
    this.#current = index
    const hit = this.#hits[index]
    if (hit) {
      this.goTo(hit.page)
      const range = this.#rangeOf(hit)
      range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    }
    this.#mark()
    return this.#state()
  }

  #state(): SearchState {
    return { hits: this.#hits.length, current: this.#current + 1 }
  }

  async #textOf(number: number): Promise<string> {
    const known = this.#texts.get(number)
    if (known !== undefined) return known
    const content = await (await this.source.getPage(number)).getTextContent()
    const text = folded(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
    this.#texts.set(number, text)
    return text
  }

  /** Where a hit stands in the drawn page; null while the page is not drawn. */
  #rangeOf({ page, from, to }: Hit): Range | null {
    const text = this.pages[page - 1]?.text
    if (!text) return null
    const range = document.createRange()
    let at = 0
    let isBegun = false
    for (const [index, piece] of text.pieces.entries()) {
      const node = text.elements[index]?.firstChild
      const end = at + piece.length
      if (node && !isBegun && from < end) {
        range.setStart(node, from - at)
        isBegun = true
      }
      if (node && isBegun && to <= end) {
        range.setEnd(node, to - at)
        return range
      }
      at = end
    }
    return null
  }

  /** Browsers that cannot mark ranges go to the page of the hit all the same. */
  #mark(): void {
    if (!('highlights' in CSS)) return
    const ranges = this.#hits.map((hit) => this.#rangeOf(hit))
    const shown = ranges.filter((range) => range !== null)
    const current = ranges[this.#current]
    CSS.highlights.set('found', new Highlight(...shown))
    CSS.highlights.set('found-current', new Highlight(...(current ? [current] : [])))
  }
}
