import type { Page } from 'playwright-core'

/** What a stream tells somebody who listens to everything that he may. */
export const listen = (page: Page, topics: string) =>
  page.evaluate((wanted) => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const source = new EventSource(`/live?topics=${encodeURIComponent(wanted)}`)
    source.onmessage = ({ data }) => void heard.push(String(data))
    return new Promise<void>((resolve) => {
      source.onopen = () => resolve()
    })
  }, topics)
/** All that it has told so far. */
export const heardBy = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'))
