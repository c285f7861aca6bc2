import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ZipWriter } from '#app/platform/zip.server.ts'
import type { BundleEntry } from './manifest.ts'

/** What is packed already gains nothing by being packed again. */
const packed =
  /^(application\/(pdf|zip|gzip|x-7z)|image\/(png|jpeg|webp|avif|gif)|video\/|audio\/|font\/)|openxmlformats/

/** Adds entries in one folder, or without one, and notes of each its size and hash as its bytes go by. */
export class Bundle {
  readonly entries: BundleEntry[] = []

  constructor(
    readonly zip: ZipWriter,
    readonly folder: string,
  ) {}

  bytes(path: string, mediaType: string, content: Buffer): void {
    const sha256 = createHash('sha256').update(content).digest('hex')
    this.entries.push({ path, mediaType, size: content.length, sha256 })
    this.zip.add(this.#at(path), content, { isPacked: packed.test(mediaType) })
  }

  stream(
    path: string,
    file: { type: string; sha256: string | null },
    open: () => Promise<Readable>,
  ): BundleEntry {
    const entry: BundleEntry = { path, mediaType: file.type, size: 0, sha256: '' }
    this.entries.push(entry)
    const counted = async () => Readable.from(this.#count(entry, file.sha256, await open()))
    this.zip.add(this.#at(path), counted, { isPacked: packed.test(file.type) })
    return entry
  }

  /** What is known only when all before it are through. */
  late(path: string, mediaType: string, text: () => string): void {
    this.stream(path, { type: mediaType, sha256: null }, async () => Readable.from([Buffer.from(text())]))
  }

  /** Comes last: its bytes are asked for when all others are through. */
  manifest(text: (entries: BundleEntry[]) => string): void {
    this.zip.add(this.#at('manifest.json'), async () => Readable.from([Buffer.from(text(this.entries))]))
  }

  #at(path: string): string {
    return this.folder ? `${this.folder}/${path}` : path
  }

  async *#count(entry: BundleEntry, original: string | null, bytes: Readable): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      hash.update(chunk)
      entry.size += chunk.length
      yield chunk
    }
    entry.sha256 = hash.digest('hex')
    if (original && original !== entry.sha256) entry.originalSha256 = original
  }
}
