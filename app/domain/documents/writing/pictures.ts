/** The pictures of a text: `![Words](file:ID "640x480")` shows an uploaded file where it stands. Pure. */
export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** Of one text; what nobody pastes is not looked up. */
export const mostPictures = 50

const named = /!\[[^\]\n]*\]\(file:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[ )]/g

/** The ids of the files that a text shows, each once. */
export function pictureIds(markdown: string): string[] {
  const ids = new Set<string>()
  for (const [, id] of markdown.matchAll(named)) {
    if (id) ids.add(id)
    if (ids.size === mostPictures) break
  }
  return [...ids]
}

interface Picture {
  id: string
  /** Of the file: its words until somebody writes better ones. */
  name: string
  /** Pixels, so that its place is kept while it loads. */
  width: number
  height: number
}

export function pictureMarkdown({ id, name, width, height }: Picture): string {
  const size = width > 0 && height > 0 ? ` "${Math.round(width)}x${Math.round(height)}"` : ''
  return `![${wordsOf(name)}](file:${id}${size})`
}

const wordsOf = (name: string) =>
  name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[[\]\\_*`]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
