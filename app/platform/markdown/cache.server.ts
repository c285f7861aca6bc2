import { createHash } from 'node:crypto'

/** Keeps the results for the texts used last, as long as together they are not longer than `limit` characters. */
export class TextCache<T> {
  private readonly kept = new Map<string, { value: T; size: number }>()
  private size = 0

  constructor(private readonly limit: number) {}

  get(text: string, make: () => { value: T; size: number }): T {
    const key = text.length < 200 ? text : createHash('sha256').update(text).digest('base64')
    const found = this.kept.get(key)
    if (found) {
      this.kept.delete(key)
      this.kept.set(key, found)
      return found.value
    }
    const made = make()
    this.kept.set(key, made)
    this.size += made.size
    for (const [oldest, entry] of this.kept) {
      if (this.size <= this.limit) break
      this.kept.delete(oldest)
      this.size -= entry.size
    }
    return made.value
  }
}
