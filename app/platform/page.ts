/** One page of a list, and where the next one begins. */
export interface Page<T> {
  items: T[]
  /** Cursor of the next page, or null at the end. */
  next: string | null
}

export const pageSize = 50

/** A place in a list that is sorted by an instant and then by id, both descending: stable while rows come and go. */
export interface Cursor {
  at: Date
  id: string
}

export function encodeCursor(cursor: Cursor): string {
  return `${cursor.at.getTime().toString(36)}_${cursor.id}`
}

/** Null for a missing or malformed cursor: the list then begins at its start. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  const match = /^([0-9a-z]{1,12})_([0-9a-f-]{36})$/.exec(text ?? '')
  if (!match?.[1] || !match[2]) return null
  return { at: new Date(Number.parseInt(match[1], 36)), id: match[2] }
}

/** Cuts a result of `size + 1` rows into a page. */
export function pageOf<T>(rows: T[], size: number, cursorOf: (row: T) => Cursor): Page<T> {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, next: rows.length > size && last ? encodeCursor(cursorOf(last)) : null }
}
