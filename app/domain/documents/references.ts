/**
 * References to documents inside a text. `[[TN-0001]]` names the version in force, `[[TN-0001@2]]` one version,
 * `[[TN-0001#P_N]]` a parameter of it, `[[TN-0001@2#P_N]]` both. Pure: whether there is such a document, and for
 * whom, is asked elsewhere, through the scope of whoever writes or reads.
 */
export interface Reference {
  /** The letters of the number, in capitals: TN. */
  prefix: string
  number: number
  /** Null for the version in force. */
  version: number | null
  /** Symbol of a parameter, as written. */
  symbol: string | null
}

const inner = String.raw`([A-Za-z]{1,4})-?0*([1-9]\d{0,6})(?:@([1-9]\d{0,4}))?(?:#([^\[\]\n|]{1,60}))?`
const whole = new RegExp(`^${inner}$`, 'u')

/** Finds them in a text, with the words between the brackets of each as its groups (see `readReference`). */
export const referencePattern = new RegExp(String.raw`\[\[\s*${inner}\s*\]\]`, 'gu')

/** What a person wrote by mistake a thousand times is not worth a thousand look-ups. */
export const referencesLimit = 100

/** What stands between the brackets; null when it is no reference. */
export function readReference(text: string): Reference | null {
  const match = whole.exec(text.trim())
  return match && fromGroups(match)
}

/** The references of a Markdown text, each once, in the order in which they stand; those in code are not meant. */
export function findReferences(markdown: string): Reference[] {
  const found = new Map<string, Reference>()
  for (const match of withoutCode(markdown).matchAll(referencePattern)) {
    const reference = fromGroups(match)
    if (reference) found.set(writeReference(reference), reference)
    if (found.size === referencesLimit) break
  }
  return [...found.values()]
}

/** As it stands in a text: `[[TN-0001@2#P_N]]`. */
export function writeReference({ prefix, number, version, symbol }: Reference): string {
  const at = version === null ? '' : `@${version}`
  return `[[${prefix}-${String(number).padStart(4, '0')}${at}${symbol === null ? '' : `#${symbol}`}]]`
}

function fromGroups(match: RegExpMatchArray): Reference | null {
  const [, prefix, number, version, symbol] = match
  if (!prefix || !number) return null
  return {
    prefix: prefix.toUpperCase(),
    number: Number(number),
    version: version ? Number(version) : null,
    symbol: symbol?.trim() || null,
  }
}

/** Without fenced blocks and code within a line. One pass: a text can be long and hostile. */
export function withoutCode(markdown: string): string {
  let fence = ''
  const lines = markdown.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence) {
      if (mark.startsWith(fence) && line.trim() === mark) fence = ''
      return ''
    }
    if (mark && !(mark.startsWith('`') && line.trim().slice(mark.length).includes('`'))) {
      fence = mark
      return ''
    }
    return line.includes('`') ? withoutSpans(line) : line
  })
  return lines.join('\n')
}

/** A run of backticks ends at the next run of the same length; without one it is text. */
function withoutSpans(line: string): string {
  const runs = [...line.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }))
  const next = new Map<number, number>()
  const closing = runs.map(() => -1)
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.length ?? 0
    closing[index] = next.get(length) ?? -1
    next.set(length, index)
  }
  let text = ''
  let from = 0
  for (let index = 0; index < runs.length; index += 1) {
    const end = runs[closing[index] ?? -1]
    if (!end) continue
    text += `${line.slice(from, runs[index]?.at)} `
    from = end.at + end.length
    index = closing[index] ?? index
  }
  return text + line.slice(from)
}
