import { type PDFDocumentProxy, type RenderTask, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** More pixels than this no canvas gets: some phones give up beyond it. */
const mostPixels = 16_000_000

/** One page: a white sheet of the right size, drawn while it is near the view and emptied again afterwards. */
export class PdfPage {
  readonly element = document.createElement('div')
  /** The pieces of text and the elements that carry them, once they are there. */
  text: { pieces: string[]; elements: HTMLElement[] } | null = null
  #size: { width: number; height: number }
  #scale = 1
  #isShown = false
  #drawing: RenderTask | null = null
  #turn = 0

  constructor(
    readonly source: PDFDocumentProxy,
    readonly number: number,
    size: { width: number; height: number },
  ) {
    this.#size = size
    this.element.className = 'pdf-page'
    this.element.dataset.page = String(number)
  }

  get width(): number {
    return this.#size.width
  }

  set scale(scale: number) {
    this.#scale = scale
    this.#measure()
    if (this.#isShown) void this.draw()
  }

  #measure(): void {
    const { style } = this.element
    style.setProperty('--total-scale-factor', String(this.#scale))
    style.width = `${Math.floor(this.#size.width * this.#scale)}px`
    style.height = `${Math.floor(this.#size.height * this.#scale)}px`
  }

  /** Draws the page and lays its text over it, so that it can be selected, found and read out. */
  async draw(): Promise<void> {
    this.#isShown = true
    this.#drawing?.cancel()
    this.#turn += 1
    const turn = this.#turn
    const page = await this.source.getPage(this.number)
    if (turn !== this.#turn) return
    const view = page.getViewport({ scale: this.#scale })
    this.#size = { width: view.width / this.#scale, height: view.height / this.#scale }
    this.#measure()
    const canvas = document.createElement('canvas')
    const sharpness = Math.min(devicePixelRatio || 1, Math.sqrt(mostPixels / (view.width * view.height)))
    canvas.width = Math.floor(view.width * sharpness)
    canvas.height = Math.floor(view.height * sharpness)
    const transform = [sharpness, 0, 0, sharpness, 0, 0]
    this.#drawing = page.render({ canvas, viewport: view, transform })
    const isDrawn = await this.#drawing.promise.then(
      () => true,
      () => false,
    )
    if (!isDrawn || turn !== this.#turn) return
    const container = document.createElement('div')
    container.className = 'textLayer'
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport: view })
    await layer.render()
    if (turn !== this.#turn) return
    this.text = { pieces: layer.textContentItemsStr, elements: layer.textDivs }
    this.element.replaceChildren(canvas, container)
    this.element.dispatchEvent(new CustomEvent('drawn', { bubbles: true }))
  }

  /** Gives back the memory of what is far away. */
  empty(): void {
    if (!this.#isShown) return
    this.#isShown = false
    this.#turn += 1
    this.#drawing?.cancel()
    this.text = null
    this.element.replaceChildren()
  }
}
