import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const inflated = promisify(inflate)
const { resolve } = createRequire(import.meta.url)

/** Letters that stand next to each other and come from one font. */
export interface Run {
  /** The name of a slice of Noto Sans SC, or `rest`. */
  font: string
  text: string
}

/** From, to, slice: both ends are in it. */
type Range = [from: number, to: number, slice: string]

/** The slices that an alphabet is in as a whole come first, so that a word is not torn. */
const alphabets = ['latin', 'latin-ext', 'cyrillic', 'vietnamese']
/** What Noto Sans SC is drawn for; of other scripts it has stray letters only. */
const drawn =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u

let known: Promise<Range[]> | undefined

async function readRanges(): Promise<Range[]> {
  const file = await readFile(resolve('@fontsource/noto-sans-sc/unicode.json'), 'utf8')
  const slices = Object.entries(JSON.parse(file) as Record<string, string>)
  const position = ([name]: [string, string]) => (alphabets.includes(name) ? alphabets.indexOf(name) : 99)
  return slices
    .sort((a, b) => position(a) - position(b))
    .flatMap(([name, ranges]) =>
      ranges.split(',').map((range): Range => {
        const [from = '', to = from] = range.trim().slice(2).split('-')
        return [Number.parseInt(from, 16), Number.parseInt(to, 16), name.replace(/[[\]]/g, '')]
      }),
    )
}

/**
 * Cuts a line into runs by the font that has the letters: Noto Sans SC in slices (Latin, Cyrillic, Greek, Chinese, Japanese),
 * and for every other script UnifontEX, which is coarse and has nearly all of Unicode.
 */
export async function runsOf(text: string): Promise<Run[]> {
  known ??= readRanges()
  const ranges = await known
  const runs: Run[] = []
  for (const letter of text.normalize('NFC')) {
    const last = runs.at(-1)
    const code = letter.codePointAt(0) ?? 0
    const found = drawn.test(letter)
      ? ranges.find(([from, to]) => code >= from && code <= to)?.[2]
      : undefined
    const font = letter === ' ' ? (last?.font ?? 'latin') : (found ?? 'rest')
    if (last?.font === font) last.text += letter
    else runs.push({ font, text: letter })
  }
  return runs
}

const files = new Map<string, Promise<Uint8Array>>()

/** The font of a run as TrueType. */
export function fontFile(font: string): Promise<Uint8Array> {
  const file =
    font === 'rest'
      ? '@fontsource/unifontex/files/unifontex-latin-400-normal.woff'
      : `@fontsource/noto-sans-sc/files/noto-sans-sc-${font}-400-normal.woff`
  const present = files.get(font) ?? readFile(resolve(file)).then(unpackWoff)
  files.set(font, present)
  return present
}

/** WOFF 1.0 (W3C, 2012) is TrueType whose tables are deflated, each on its own. */
async function unpackWoff(woff: Buffer): Promise<Uint8Array> {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (let i = 0; i < count; i++) {
    const entry = woff.subarray(44 + 20 * i, 64 + 20 * i)
    const length = entry.readUInt32BE(12)
    const packed = woff.subarray(entry.readUInt32BE(4), entry.readUInt32BE(4) + entry.readUInt32BE(8))
    const at = 12 + 16 * i
    entry.copy(head, at, 0, 4)
    entry.copy(head, at + 4, 16, 20)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(length, at + 12)
    const padding = (4 - (length % 4)) % 4
    parts.push(packed.length < length ? await inflated(packed) : packed, Buffer.alloc(padding))
    offset += length + padding
  }
  return Buffer.concat(parts)
}
