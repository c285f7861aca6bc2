export type Values = Record<string, string>

interface Copy {
  values: Values
  /** The server has its text. */
  isSaved: boolean
}

const prefix = 'draft:document:'
const oldest = 14 * 24 * 3600 * 1000

/** Each tab keeps a copy of its own: two tabs of one draft do not overwrite one another. */
function tab(): string {
  try {
    const known = sessionStorage.getItem(`${prefix}tab`)
    if (known) return known
    const made = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
    sessionStorage.setItem(`${prefix}tab`, made)
    return made
  } catch {
    return 'one'
  }
}

const placeOf = (key: string) => `${prefix}${key}:`

/** Writes the copy of this tab. */
export function keepCopy(key: string, copy: Copy): void {
  try {
    localStorage.setItem(placeOf(key) + tab(), JSON.stringify({ ...copy, at: Date.now() }))
  } catch {
    // Storage is full or switched off: the text is still in the form.
  }
}

/**
 * The copy that a form goes on from: this tab's own, else the newest of a tab that may be gone, which becomes this tab's.
 * Those that nobody came back for are removed.
 */
export function takeCopy(key: string): Copy | null {
  try {
    const own = placeOf(key) + tab()
    const found = Object.keys(localStorage)
      .filter((name) => name.startsWith(placeOf(key)))
      .flatMap((name) => {
        const copy = JSON.parse(localStorage.getItem(name) ?? 'null') as (Copy & { at: number }) | null
        if (copy && Date.now() - copy.at < oldest) return [{ ...copy, name }]
        localStorage.removeItem(name)
        return []
      })
    const [newest] = found.sort((a, b) => Number(b.name === own) - Number(a.name === own) || b.at - a.at)
    if (!newest) return null
    const { name, values, isSaved } = newest
    if (name !== own) {
      localStorage.removeItem(name)
      keepCopy(key, { values, isSaved })
    }
    return { values, isSaved }
  } catch {
    return null
  }
}

/** Removes the copy of this tab: it was saved or given up. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(placeOf(key) + tab())
  } catch {
    // Nothing was kept.
  }
}
