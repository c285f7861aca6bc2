import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { PdfPage } from './pdf-page.ts'
import { PdfSearch } from './pdf-search.ts'
import { SeenPages } from './seen-pages.ts'

GlobalWorkerOptions.workerSrc = workerAddress

/** Fonts and tables that a file may leave out; the build puts them there. */
const parts = `/assets/pdfjs-${version}/`

export interface ViewState {
  page: number
  pages: number
  /** One is the size on paper at 96 pixels an inch … as wide as the window, where `isFitted`. */
  scale: number
  isFitted: boolean
}

const scales = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]
/** Points of a PDF are 1/72 inch, pixels 1/96. */
const paper = 96 / 72

/**
 * Opens a PDF from an address. What is in it is data: scripts are never run, nothing is compiled, and what it refers to
 * elsewhere is not fetched.
 */
export function openPdf(url: string): Promise<PDFDocumentProxy> {
  return getDocument({
    url,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    cMapUrl: `${parts}cmaps/`,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
  }).promise
}

/** The pages of a PDF in a frame that scrolls: drawn when they come near. */
export class PdfView {
  readonly search: PdfSearch
  readonly seen: SeenPages
  readonly #pages: PdfPage[] = []
  readonly #near: IntersectionObserver
  readonly #size: ResizeObserver
  #scale = paper
  #isFitted = true
  #isPlaced = false
  #page = 1

  static async open(
    source: PDFDocumentProxy,
    frame: HTMLElement,
    tell: (state: ViewState) => void,
  ): Promise<PdfView> {
    const first = (await source.getPage(1)).getViewport({ scale: 1 })
    return new PdfView(source, { frame, first, tell })
  }

  private constructor(
    readonly source: PDFDocumentProxy,
    private readonly at: {
      frame: HTMLElement
      first: { width: number; height: number }
      tell: (state: ViewState) => void
    },
  ) {
    const { frame, first } = at
    for (let number = 1; number <= source.numPages; number++) {
      this.#pages.push(new PdfPage(source, number, first))
    }
    frame.replaceChildren(...this.#pages.map((page) => page.element))
    this.#near = new IntersectionObserver((entries) => this.#come(entries), {
      root: frame,
      rootMargin: '60% 0px',
    })
    for (const page of this.#pages) this.#near.observe(page.element)
    this.#size = new ResizeObserver(() => this.#isFitted && this.fit())
    this.#size.observe(frame)
    frame.addEventListener('scroll', this.#scrolled, { passive: true })
    this.search = new PdfSearch(source, this.#pages, (page) => this.goTo(page))
    this.seen = new SeenPages(frame)
    this.fit()
  }

  /** As wide as the frame, but not wider than twice the paper. */
  fit(): void {
    const room = this.at.frame.clientWidth - 2 * 16
    this.#rescale(Math.max(0.1, Math.min(room / this.at.first.width, 2 * paper)), true)
  }

  /** The next scale up or down of what is there. */
  zoom(by: 1 | -1): void {
    const present = this.#scale / paper
    const next =
      by === 1
        ? scales.find((each) => each > present + 0.01)
        : scales.findLast((each) => each < present - 0.01)
    if (next) this.#rescale(next * paper, false)
  }

  goTo(number: number): void {
    const page = this.#pages[Math.min(Math.max(1, number), this.#pages.length) - 1]
    if (page) this.at.frame.scrollTo({ top: page.element.offsetTop - 8 })
  }

  close(): void {
    this.#near.disconnect()
    this.#size.disconnect()
    this.seen.stop()
    this.search.clear()
    this.at.frame.removeEventListener('scroll', this.#scrolled)
    for (const page of this.#pages) page.empty()
    void this.source.loadingTask.destroy()
  }

  /** What stands in the middle stays there; at first that is nothing yet. */
  #rescale(scale: number, isFitted: boolean): void {
    const { frame } = this.at
    const before = this.#isPlaced ? frame.scrollHeight : 0
    this.#isPlaced = true
    const middle = frame.scrollTop + frame.clientHeight / 2
    this.#scale = scale
    this.#isFitted = isFitted
    for (const page of this.#pages) page.scale = scale
    if (before > 0) frame.scrollTop = (middle / before) * frame.scrollHeight - frame.clientHeight / 2
    this.#tell()
  }

  #come(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const page = this.#pages[Number((target as HTMLElement).dataset.page) - 1]
      if (isIntersecting) void page?.draw()
      else page?.empty()
    }
  }

  readonly #scrolled = () => {
    const { frame } = this.at
    const line = frame.scrollTop + frame.clientHeight / 3
    const page = this.#pages.findLast(({ element }) => element.offsetTop <= line)?.number ?? 1
    if (page === this.#page) return
    this.#page = page
    this.#tell()
  }

  #tell(): void {
    const { numPages: pages } = this.source
    this.at.tell({ page: this.#page, pages, scale: this.#scale / paper, isFitted: this.#isFitted })
  }
}
