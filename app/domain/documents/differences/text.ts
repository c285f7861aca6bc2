import { diffArrays, diffWordsWithSpace } from 'diff'

/** A piece of a paragraph: in both versions, in the older one alone, or in the newer one alone. */
export interface TextPiece {
  text: string
  change: 'same' | 'removed' | 'added'
}

export interface ParagraphDifference {
  change: 'same' | 'removed' | 'added' | 'changed'
  pieces: TextPiece[]
}

/** Editing a paragraph beyond this share of its words makes it a new one: word by word it could not be read. */
const leastShared = 0.25

/**
 * What changed from one Markdown text to another: paragraph by paragraph, and inside of a changed paragraph word by word
 * (Myers' algorithm). Reading the pieces without the removed ones gives `to`, without the added ones `from`.
 */
export function differenceOfTexts(from: string, to: string): ParagraphDifference[] {
  const changes = diffArrays(paragraphs(from), paragraphs(to))
  const result: ParagraphDifference[] = []
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at]
    const next = changes[at + 1]
    if (!change) continue
    if (change.removed && next?.added) {
      result.push(...pairs(change.value, next.value))
      at += 1
    } else {
      const name = change.added ? 'added' : change.removed ? 'removed' : 'same'
      result.push(...change.value.map((text) => whole(name, text)))
    }
  }
  return result
}

const paragraphs = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter(Boolean)

const whole = (change: 'same' | 'removed' | 'added', text: string): ParagraphDifference => ({
  change,
  pieces: [{ text, change }],
})

/** Paragraphs that were exchanged: those that still share words are shown as one. */
function pairs(removed: string[], added: string[]): ParagraphDifference[] {
  const count = Math.max(removed.length, added.length)
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [removed[at], added[at]]
    if (from === undefined) return [whole('added', to ?? '')]
    if (to === undefined) return [whole('removed', from)]
    const pieces = words(from, to)
    return isReadable(pieces)
      ? [{ change: 'changed' as const, pieces }]
      : [whole('removed', from), whole('added', to)]
  }).flat()
}

function words(from: string, to: string): TextPiece[] {
  return diffWordsWithSpace(from, to, { intlSegmenter: segmenter(from + to) }).map(
    ({ value, added, removed }) => ({
      text: value,
      change: added ? 'added' : removed ? 'removed' : 'same',
    }),
  )
}

/** Chinese has no spaces between its words. */
function segmenter(text: string): Intl.Segmenter | undefined {
  return /\p{Script=Han}/u.test(text) ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined
}

function isReadable(pieces: TextPiece[]): boolean {
  const lengthOf = (change: TextPiece['change']) =>
    pieces.filter((piece) => piece.change === change).reduce((sum, { text }) => sum + text.trim().length, 0)
  const same = lengthOf('same')
  return same >= leastShared * (same + Math.max(lengthOf('removed'), lengthOf('added')))
}
