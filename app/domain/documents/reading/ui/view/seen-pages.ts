import { pageSeenAfter } from '../../reading.ts'

const step = 250

/** Which pages stood in view for a second, while the window was looked at. */
export class SeenPages {
  readonly #inView = new Map<number, number>()
  readonly #seen = new Set<number>()
  readonly #told = new Set<number>()
  readonly #timer: ReturnType<typeof setInterval>

  constructor(readonly frame: HTMLElement) {
    this.#timer = setInterval(() => this.#look(), step)
  }

  /** Those that were seen since this was asked last. */
  take(): number[] {
    const fresh = [...this.#seen].filter((page) => !this.#told.has(page)).slice(0, 500)
    for (const page of fresh) this.#told.add(page)
    return fresh.sort((a, b) => a - b)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return
    const { scrollTop, clientHeight, children } = this.frame
    for (const page of children) {
      if (!(page instanceof HTMLElement)) continue
      const { offsetTop: top, offsetHeight: height } = page
      const shown = Math.min(top + height, scrollTop + clientHeight) - Math.max(top, scrollTop)
      // Half of the page, or of the window when the page is larger.
      if (shown < Math.min(height, clientHeight) / 2 || !page.firstChild) continue
      const number = Number(page.dataset.page)
      const time = (this.#inView.get(number) ?? 0) + step
      this.#inView.set(number, time)
      if (time >= pageSeenAfter) this.#seen.add(number)
    }
  }
}
