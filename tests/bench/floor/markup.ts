/** An element as React makes one, or a text. */
export type MarkupNode = string | MarkupElement

export interface MarkupElement {
  tag: string
  props: Record<string, unknown>
  children: MarkupNode[]
}

/** A page of the application, taken apart: the floor renders the same elements, with the same data beside them. */
export interface CapturedPage {
  html: Record<string, unknown>
  head: MarkupNode[]
  body: MarkupNode[]
  /** What the loaders around the page gave, and the page's own. */
  frameData: unknown
  pageData: unknown
}

const holder = globalThis as { floorPages?: Record<string, CapturedPage> }

export function setPages(pages: Record<string, CapturedPage>): void {
  holder.floorPages = pages
}

export function pageNamed(name: string | undefined): CapturedPage {
  const page = holder.floorPages?.[name ?? '']
  if (!page) throw new Response('Not found', { status: 404 })
  return page
}
