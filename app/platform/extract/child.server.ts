// Beside the web process: takes the words out of one file and ends. Whoever started it watches over its time and memory.
import { readFile, stat } from 'node:fs/promises'
import { extractText, largestRead } from './office.server.ts'
import {
  type ExtractedPage,
  extractLimits,
  type TakePage,
  Unreadable,
  type UnreadableReason,
} from './pages.ts'
import { readPdf } from './pdf.server.ts'
import { readableKindOf } from './readable.server.ts'
import { plainText, searchLimits, type TextProblem, TextRefused } from './text.ts'

export interface Task {
  path: string
  /** As it was recognised, and as it is called. */
  type: string
  name: string
}

export type Told =
  | { pages: ExtractedPage[] }
  | { done: { pageCount: number; isTruncated: boolean } }
  | { unreadable: UnreadableReason }

process.once('message', (task: Task) => void work(task))
process.once('disconnect', () => process.exit())

/** What is not the file's fault ends the process with a complaint: then it is tried again. */
async function work(task: Task): Promise<void> {
  const told = await read(task).catch((error: unknown): Told | null => {
    if (error instanceof Unreadable) return { unreadable: error.reason }
    process.stderr.write(String((error as Error)?.stack ?? error), () => process.exit(1))
    return null
  })
  if (told) process.send?.(told, undefined, undefined, () => process.exit())
}

async function read({ path, ...file }: Task): Promise<Told> {
  const kind = readableKindOf(file)
  if (!kind) return { unreadable: 'unsupported' }
  let length = 0
  let isTruncated = false
  const take: TakePage = ({ page, text }) => {
    const whole = cleaned(text)
    const room = Math.max(0, Math.min(extractLimits.pageLength, extractLimits.length - length))
    const kept = cut(whole, room)
    length += kept.length
    isTruncated ||= kept.length < whole.length
    if (kept.trim() !== '') process.send?.({ pages: [{ page, text: kept }] } satisfies Told)
    const isEnough = length >= extractLimits.length || page >= extractLimits.pages
    isTruncated ||= isEnough
    return !isEnough
  }
  const bytes = await contentOf(path, kind === 'pdf' ? extractLimits.size : largestRead)
  const read = kind === 'pdf' ? readPdf(new Uint8Array(bytes), take) : readOffice(bytes, kind, take)
  const pageCount = await read.catch((error: unknown) => {
    throw error instanceof Unreadable ? error : new Unreadable('broken', { cause: error })
  })
  if (length === 0) return { unreadable: 'empty' }
  return { done: { pageCount, isTruncated } }
}

const problems: Record<TextProblem, UnreadableReason> = {
  damaged: 'broken',
  encrypted: 'password',
  bytes: 'tooLarge',
  kind: 'unsupported',
}

/** A page is a sheet, a slide, or a stretch of a text that has no pages of its own. */
async function readOffice(
  bytes: Buffer,
  kind: Parameters<typeof extractText>[1],
  take: TakePage,
): Promise<number> {
  const { sections, isCut } = await extractText(bytes, kind, searchLimits).catch((error: unknown) => {
    throw error instanceof TextRefused ? new Unreadable(problems[error.problem]) : error
  })
  const isInParts = kind === 'sheets' || kind === 'slides'
  const texts = sections.map((section) => plainText({ sections: [section], isCut }))
  const parts = isInParts ? texts : stretches(texts.join('\n'))
  parts.every((text, index) => take({ page: index + 1, text }))
  return parts.length
}

/** So long is what counts as a page of a text that has none. */
const stretch = 3000

function stretches(text: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    const line = text.lastIndexOf('\n', from + stretch)
    const end = text.length - from <= stretch ? text.length : line > from ? line + 1 : from + stretch
    parts.push(text.slice(from, end))
    from = end
  }
  return parts
}

/** PostgreSQL takes no NUL, and nobody looks for control characters. */
function cleaned(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/\p{Surrogate}/gu, ' ')
    .replace(/[ \t]+/g, ' ')
    .normalize('NFC')
    .trim()
}

/** Not in the middle of a character. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text
  return text.slice(0, room).replace(/[\ud800-\udbff]$/, '')
}

async function contentOf(path: string, most: number): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > most) throw new Unreadable('tooLarge')
  return readFile(path)
}
