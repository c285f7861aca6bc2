import { openZip } from '#app/platform/zip.server.ts'
import { sheetsText } from './sheets.server.ts'
import { slidesText } from './slides.server.ts'
import { type FileText, TextGatherer, type TextLimits, TextRefused } from './text.ts'
import { wordText } from './word.server.ts'
import { refused } from './xml.server.ts'

/** Kinds of files whose text is read on the server. */
export type TextKind = 'word' | 'sheets' | 'slides' | 'plain'

/** Larger files are not read, in bytes: a text of this size nobody reads on a page. */
export const largestRead = 64 * 1024 ** 2

const kinds: [RegExp, TextKind][] = [
  [/wordprocessingml/, 'word'],
  [/spreadsheetml/, 'sheets'],
  [/presentationml/, 'slides'],
]
const endings: [RegExp, TextKind][] = [
  [/\.docx$/i, 'word'],
  [/\.xlsx$/i, 'sheets'],
  [/\.pptx$/i, 'slides'],
]

/** What a file's text is read as, by its recognised type and, where that is a mere ZIP, by its ending; null: not at all. */
export function textKindOf(file: { type: string; name: string }): TextKind | null {
  const byType = kinds.find(([pattern]) => pattern.test(file.type))
  if (byType) return byType[1]
  if (file.type === 'application/zip')
    return endings.find(([pattern]) => pattern.test(file.name))?.[1] ?? null
  if (/^image\//.test(file.type)) return null
  return /^text\/|^application\/(json|xml|yaml|x-yaml|x-ndjson)$/.test(file.type) ? 'plain' : null
}

/**
 * The text of a file, bounded: what is unpacked by `limits.bytes`, what is taken by `limits.characters`. Runs on the
 * calling thread and yields while it unpacks; for large files call it beside the pages.
 * @throws TextRefused
 */
export async function extractText(bytes: Buffer, kind: TextKind, limits: TextLimits): Promise<FileText> {
  if (bytes.length > largestRead) throw new TextRefused('bytes')
  if (kind === 'plain') return plainFileText(bytes, limits)
  // The older format of Office, and a file with a password, begin with the mark of an OLE container.
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new TextRefused('encrypted')
  const zip = await openZip(bytes, { entries: 10_000, bytes: limits.bytes }).catch(refused)
  try {
    if (kind === 'word') return await wordText(zip, limits)
    return kind === 'sheets' ? await sheetsText(zip, limits) : await slidesText(zip, limits)
  } finally {
    zip.close()
  }
}

/** In one piece, with its line ends. */
function plainFileText(bytes: Buffer, limits: TextLimits): FileText {
  const gatherer = new TextGatherer(limits)
  // No letter takes more than four bytes.
  const most = bytes.subarray(0, Math.min(limits.bytes, limits.characters * 4))
  gatherer.text(decode(most).replace(/\r\n?/g, '\n'))
  const { isCut, sections } = gatherer.result()
  return { sections, isCut: isCut || most.length < bytes.length }
}

/** UTF-8, UTF-16 by its mark, or else the Latin letters of Windows. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    // Streamed, because what was cut off may end within a letter.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
