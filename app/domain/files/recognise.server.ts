import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { RefusalReason } from './file.ts'

/** What the bytes are, or why they are not taken. */
export type Recognised = { type: string } | { refused: RefusalReason }

/** Endings that a system would run. */
const executableEndings =
  /\.(exe|com|scr|pif|msi|msp|dll|sys|cpl|bat|cmd|ps1|psm1|vbs|vbe|js|mjs|cjs|jse|wsf|wsh|hta|jar|app|apk|ipa|deb|rpm|dmg|pkg|sh|bash|zsh|run|elf|so|dylib|lnk|reg|inf|scf|url|desktop|gadget)$/i

const executableTypes = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msi',
  'application/x-deb',
  'application/x-rpm',
  'application/vnd.android.package-archive',
  'application/java-vm',
  'application/wasm',
  'application/x-ms-shortcut',
])

/** Which true types each ending may have. An ending that is not named here may hold anything that is not refused. */
const typesByEnding: Record<string, RegExp> = {
  pdf: /^application\/pdf$/,
  png: /^image\/(png|apng)$/,
  jpg: /^image\/jpeg$/,
  jpeg: /^image\/jpeg$/,
  gif: /^image\/gif$/,
  webp: /^image\/webp$/,
  avif: /^image\/avif$/,
  heic: /^image\/hei[cf]/,
  tif: /^image\/tiff$/,
  tiff: /^image\/tiff$/,
  docx: /wordprocessingml|^application\/zip$/,
  xlsx: /spreadsheetml|^application\/zip$/,
  pptx: /presentationml|^application\/zip$/,
  odt: /opendocument|^application\/zip$/,
  ods: /opendocument|^application\/zip$/,
  odp: /opendocument|^application\/zip$/,
  doc: /x-cfb|msword/,
  xls: /x-cfb|excel/,
  ppt: /x-cfb|powerpoint/,
  zip: /^application\/zip$/,
  mp4: /^(video|audio)\//,
  mov: /^video\//,
}

/** Types of text by ending; none of them is ever shown inline. */
const textTypes: Record<string, string> = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  htm: 'text/html',
  html: 'text/html',
  step: 'model/step',
  stp: 'model/step',
  dxf: 'image/vnd.dxf',
  log: 'text/plain',
}

const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether a name alone says that a system would run the file. */
export function isExecutableName(name: string): boolean {
  return executableEndings.test(name)
}

/**
 * Recognises a complete local file from its bytes and holds them against its name: executables are refused whatever
 * they are called, and so is a file whose ending says something else than its bytes.
 */
export async function recognise(localPath: string, name: string): Promise<Recognised> {
  if (isExecutableName(name)) return { refused: 'executable' }
  const head = await firstBytes(localPath, 4096)
  if (startsExecutable(head)) return { refused: 'executable' }
  const found = head.length === 0 ? undefined : await fileTypeFromFile(localPath)
  const ending = endingOf(name)
  const expected = typesByEnding[ending]
  if (found) {
    if (executableTypes.has(found.mime)) return { refused: 'executable' }
    if (expected ? !expected.test(found.mime) : ending in textTypes && !isTextual(found.mime)) {
      return { refused: 'mismatch' }
    }
    return { type: found.mime }
  }
  if (expected) return { refused: 'mismatch' }
  if (head.includes(0))
    return ending in textTypes ? { refused: 'mismatch' } : { type: 'application/octet-stream' }
  return { type: textTypes[ending] ?? 'text/plain' }
}

/** XML-based types are found in text files too. */
function isTextual(mime: string): boolean {
  return mime.startsWith('text/') || mime.includes('xml') || mime.includes('json')
}

async function firstBytes(localPath: string, count: number): Promise<Buffer> {
  const file = await open(localPath, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Windows (MZ), ELF, Mach-O in both orders and fat, scripts with an interpreter line. */
export function startsExecutable(head: Buffer): boolean {
  const magic = head.subarray(0, 4).toString('hex')
  if (magic.startsWith('4d5a') || magic.startsWith('2321')) return true
  return ['7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe'].includes(magic)
}
