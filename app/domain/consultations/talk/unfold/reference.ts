import { type DocumentKind, kindOfPrefix } from '#app/domain/documents/kinds.ts'
import { withoutCode } from '#app/domain/documents/references.ts'

/** What a text names: a record by its number, or by its address in this instance. */
export type Reference =
  | { kind: 'document'; series: DocumentKind; number: number }
  | { kind: 'consultation' | 'comparison'; series: null; number: number }
  | { kind: 'document' | 'consultation' | 'comparison'; id: string }

export const referencesLimit = 100

const numbered = /(?<![\p{L}\p{N}_/-])([A-Z]{1,2})-(\d{3,7})(?![\p{L}\p{N}_-])/gu
const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const address = new RegExp(`/(document|consultation|comparison)s/(${id})(?![0-9a-f-])`, 'g')

/** Which record a number such as `TN-0001` names; null for a word that only looks like one. */
export function readNumber(prefix: string, digits: string): Reference | null {
  const number = Number(digits)
  if (number === 0) return null
  if (prefix === 'C') return { kind: 'consultation', series: null, number }
  if (prefix === 'CC') return { kind: 'comparison', series: null, number }
  const series = kindOfPrefix(prefix)
  return series ? { kind: 'document', series, number } : null
}

/** The address of a record when it is one of this instance: `origin` is the instance's own. */
export function readAddress(href: string, origin: string): Reference | null {
  const path = href.startsWith(`${origin}/`) ? href.slice(origin.length) : href
  if (!path.startsWith('/')) return null
  const [found] = path.matchAll(address)
  const [, kind, name] = found?.index === 0 ? found : []
  return kind && name ? { kind: kind as Reference['kind'], id: name } : null
}

/** One word for a reference, by which the same is found again. */
export function keyOf(reference: Reference): string {
  if ('id' in reference) return reference.id
  return `${reference.series ?? reference.kind}-${reference.number}`
}

/** What a Markdown text names, each once, in the order in which it stands there; code is not meant. */
export function referencesIn(markdown: string, origin: string): Reference[] {
  if (!/\d/.test(markdown)) return []
  const text = withoutCode(markdown)
  const found: { at: number; reference: Reference | null }[] = []
  for (const match of text.matchAll(numbered)) {
    found.push({ at: match.index, reference: readNumber(match[1] ?? '', match[2] ?? '') })
  }
  for (const match of text.matchAll(/(?:https?:\/\/[^\s<>()[\]]+|(?<=\()\/[^\s<>()[\]]+)/g)) {
    found.push({ at: match.index, reference: readAddress(match[0], origin) })
  }
  const known = new Map<string, Reference>()
  for (const { reference } of found.toSorted((a, b) => a.at - b.at)) {
    if (reference && known.size < referencesLimit) known.set(keyOf(reference), reference)
  }
  return [...known.values()]
}

/** The numbers in a run of text, for whoever makes links of them. */
export function numbersIn(text: string): { at: number; shown: string; reference: Reference }[] {
  return [...text.matchAll(numbered)].flatMap((match) => {
    const reference = readNumber(match[1] ?? '', match[2] ?? '')
    return reference ? [{ at: match.index, shown: match[0], reference }] : []
  })
}
