import type { Readable } from 'node:stream'
import { encodeMessage } from '#app/i18n/messages.ts'
import { localCopy, readStored } from '#app/platform/storage.server.ts'
import { openZip, type ZipEntry, ZipRefused } from '#app/platform/zip.server.ts'
import { importLimits } from '../import.ts'

/** A file of what was sent: in a ZIP file, or on its own. */
export interface SourceFile {
  path: string
  size: number
  open(): Promise<Readable>
}

export interface ImportSource {
  /** By path; without the folders in which the table itself lies. */
  files: Map<string, SourceFile>
  /** The table with the metadata. */
  table: SourceFile
  close(): Promise<void>
}

/** Nothing of it can be read: the message says why. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
  readonly encoded: string
  constructor(key: string, values: Record<string, string | number> = {}) {
    super(key)
    this.encoded = encodeMessage(`imports:refused.${key}`, values)
  }
}

interface Sent {
  key: string
  name: string
  size: bigint
}

/** Opens what was sent: one ZIP file, or a table and the files beside it. */
export async function openSource(sent: Sent[]): Promise<ImportSource> {
  const [first] = sent
  if (first && sent.length === 1 && /\.zip$/i.test(first.name)) return openArchive(first)
  const files = sent.map(
    ({ key, name, size }): SourceFile => ({ path: name, size: Number(size), open: () => readStored(key) }),
  )
  return { ...withTable(files), close: async () => undefined }
}

async function openArchive({ key }: Sent): Promise<ImportSource> {
  const copy = await localCopy(key)
  try {
    const zip = await openZip(copy.path, { entries: importLimits.entries, bytes: Number.MAX_SAFE_INTEGER })
    const close = async () => {
      zip.close()
      await copy.release()
    }
    try {
      const entries = zip.entries.filter((entry) => !entry.isFolder && !isLeftover(entry.name))
      requireHarmless(entries)
      const files = entries.map(
        (entry): SourceFile => ({ path: entry.name, size: entry.size, open: () => zip.stream(entry) }),
      )
      return { ...withTable(files), close }
    } catch (error) {
      await close()
      throw error
    }
  } catch (error) {
    await copy.release()
    if (error instanceof ZipRefused) {
      throw new ImportRefused(`zip.${error.problem}`, {
        name: shown(error.detail),
        most: importLimits.entries,
      })
    }
    throw error
  }
}

/** What macOS and Windows put into every ZIP file. */
const isLeftover = (name: string) =>
  /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i.test(name)

const shown = (name: string) => name.replace(/\p{Cc}/gu, '�').slice(0, 200)

/** By the figures of the list, before anything is unpacked: what unpacks to more than the list says fails when it is read. */
function requireHarmless(entries: ZipEntry[]): void {
  const names = new Set<string>()
  let bytes = 0
  for (const { name, size, packedSize, isEncrypted } of entries) {
    if (/\p{Cc}/u.test(name) || /(^|\/)\.?\.(\/|$)/.test(name))
      throw new ImportRefused('zip.name', { name: shown(name) })
    if (names.has(name.normalize('NFC').toLowerCase()))
      throw new ImportRefused('zip.twice', { name: shown(name) })
    names.add(name.normalize('NFC').toLowerCase())
    if (isEncrypted) throw new ImportRefused('zip.encrypted', { name: shown(name) })
    if (size > importLimits.ratioFrom && size > packedSize * importLimits.ratio) {
      throw new ImportRefused('zip.ratio', { name: shown(name) })
    }
    bytes += size
    if (bytes > importLimits.bytes)
      throw new ImportRefused('zip.bytes', { most: importLimits.bytes / 1024 ** 3 })
  }
}

/**
 * Finds the table: `documents.xlsx` or `.csv` where it lies highest, else the only table in the highest folder that has one. The paths in
 * it are read from the folder that it lies in.
 */
function withTable(files: SourceFile[]): Pick<ImportSource, 'files' | 'table'> {
  const depth = ({ path }: SourceFile) => path.split('/').length
  const tables = files.filter(({ path }) => /\.(xlsx|csv)$/i.test(path)).sort((a, b) => depth(a) - depth(b))
  const [highest] = tables
  if (!highest) throw new ImportRefused('noTable')
  const named = tables.filter(({ path }) => /(^|\/)documents\.(xlsx|csv)$/i.test(path))
  const beside = tables.filter((each) => depth(each) === depth(highest))
  const candidates =
    named.length > 0 ? named.filter((each) => depth(each) === depth(named[0] ?? each)) : beside
  const [table] = candidates
  if (!table || candidates.length > 1) throw new ImportRefused('severalTables')
  const folder = table.path.slice(0, table.path.lastIndexOf('/') + 1)
  const inside = files.filter(({ path }) => path.startsWith(folder))
  const placed = inside.map((file) => [file.path.slice(folder.length).normalize('NFC'), file] as const)
  return { table, files: new Map(placed) }
}
