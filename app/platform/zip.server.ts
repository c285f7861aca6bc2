import type { Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import { ZipFile } from 'yazl'

/** What a ZIP file may hold; beyond it nothing is unpacked. */
export interface ZipLimits {
  /** Files and folders. */
  entries: number
  /** Bytes of all files together, unpacked. */
  bytes: number
}

export const zipLimits: ZipLimits = { entries: 10_000, bytes: 2 * 1024 ** 3 }

/** Why a ZIP file is not read. */
export type ZipProblem = 'damaged' | 'encrypted' | 'entries' | 'bytes' | 'name'

export class ZipRefused extends Error {
  override name = 'ZipRefused'
  constructor(
    readonly problem: ZipProblem,
    /** What was found, such as the name. */
    readonly detail = '',
  ) {
    super(`the ZIP file is refused: ${problem}`)
  }
}

export interface ZipEntry {
  /** With `/` between folders, never absolute and never upward. */
  name: string
  /** Bytes, unpacked. */
  size: number
  /** Bytes in the ZIP file. */
  packedSize: number
  isFolder: boolean
  isEncrypted: boolean
  changedAt: Date
}

export interface OpenZip {
  entries: ZipEntry[]
  /** The bytes of an entry as a stream: it fails with `ZipRefused` when they are more than the entry says. */
  stream(entry: ZipEntry): Promise<Readable>
  /** The bytes of an entry at once; over `most` bytes it fails with `ZipRefused`. */
  read(entry: ZipEntry, most?: number): Promise<Buffer>
  close(): void
}

/**
 * Opens a ZIP file from bytes or from a path. The list of its entries is read and measured before anything is unpacked:
 * what an entry unpacks to is what the list says of it, or reading it fails. So a bomb is refused by its own figures.
 * @throws ZipRefused
 */
export async function openZip(source: Buffer | string, limits: ZipLimits = zipLimits): Promise<OpenZip> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
  const open = typeof source === 'string' ? yauzl.openPromise(source, options) : openBuffer(source, options)
  const zip = await open.catch(damaged)
  try {
    const found = await list(zip, limits)
    const stream = async (entry: ZipEntry) => {
      const inside = found.get(entry)
      if (!inside) throw new ZipRefused('damaged')
      if (entry.isEncrypted) throw new ZipRefused('encrypted')
      return zip.openReadStreamPromise(inside).catch(damaged)
    }
    const read = async (entry: ZipEntry, most = Number.POSITIVE_INFINITY) => {
      if (entry.size > most) throw new ZipRefused('bytes')
      return collect(await stream(entry))
    }
    return { entries: [...found.keys()], stream, read, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

const openBuffer = (bytes: Buffer, options: yauzl.Options) => yauzl.fromBufferPromise(bytes, options)

function damaged(error: unknown): never {
  const name = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(
    String((error as Error)?.message),
  )
  throw name ? new ZipRefused('name', name[1]) : new ZipRefused('damaged')
}

async function list(zip: yauzl.ZipFile, limits: ZipLimits): Promise<Map<ZipEntry, yauzl.Entry>> {
  if (zip.entryCount > limits.entries) throw new ZipRefused('entries')
  const found = new Map<ZipEntry, yauzl.Entry>()
  let bytes = 0
  const entries = zip.eachEntry()
  for (;;) {
    const { done, value } = await entries.next().catch(damaged)
    if (done) return found
    bytes += value.uncompressedSize
    if (bytes > limits.bytes) throw new ZipRefused('bytes')
    if (found.size >= limits.entries) throw new ZipRefused('entries')
    found.set(
      {
        name: value.fileName,
        size: value.uncompressedSize,
        packedSize: value.compressedSize,
        isFolder: value.fileName.endsWith('/'),
        isEncrypted: value.isEncrypted(),
        changedAt: value.getLastModDate(),
      },
      value,
    )
  }
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer)
  } catch {
    throw new ZipRefused('damaged')
  }
  return Buffer.concat(chunks)
}

export interface ZipWriter {
  /** The bytes of the ZIP file, as fast as they are read. */
  output: Readable
  /**
   * Adds a file; `open` is called when its turn comes, so that one file is open at a time. What is compressed already
   * (a PDF, a picture, a ZIP) is stored as it is with `isPacked`.
   */
  add(
    name: string,
    content: Buffer | (() => Promise<Readable>),
    options?: { at?: Date; isPacked?: boolean },
  ): void
  /** No more files come. */
  end(): void
}

/** Writes a ZIP file as a stream. A file that cannot be opened ends the stream with its error: half a ZIP is none. */
export function writeZip(): ZipWriter {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  // Whoever stops reading the ZIP leaves the file that is being read open: nothing else would close it.
  let reading: Readable | undefined
  output.once('close', () => reading?.destroy())
  return {
    output,
    add(name, content, { at, isPacked = false } = {}) {
      const options = { ...(at && { mtime: at }), compress: !isPacked }
      if (Buffer.isBuffer(content)) return zip.addBuffer(content, name, options)
      zip.addReadStreamLazy(name, options, (pass) => {
        content().then(
          (stream) => {
            reading = stream
            if (output.destroyed) stream.destroy()
            else pass(null, stream)
          },
          (error: unknown) => pass(error, undefined as never),
        )
      })
    },
    end: () => zip.end(),
  }
}
