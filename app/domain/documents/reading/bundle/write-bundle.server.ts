import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { writeZip, type ZipWriter } from '#app/platform/zip.server.ts'
import { isStamped, stampedBytes } from '../serve.server.ts'
import type { BundleSource } from './bundle-source.server.ts'
import { formulaFiles } from './formulas.server.ts'
import { type BundleEntry, manifestOf } from './manifest.ts'
import { bundleStyles, pageHtml, withOwnAddresses } from './page-html.server.ts'

/** What is packed already gains nothing by being packed again. */
const packed =
  /^(application\/(pdf|zip|gzip|x-7z)|image\/(png|jpeg|webp|avif|gif)|video\/|audio\/|font\/)|openxmlformats/

/**
 * A version as a ZIP file that is written while it is read: the text as a page, the files as the actor gets them, and
 * last the manifest with the SHA-256 of every other entry.
 */
export async function writeBundle(actor: Actor, source: BundleSource): Promise<Readable> {
  const formulas = source.hasFormulas ? await formulaFiles() : []
  // From here on without a pause: whoever reads the output has to be there before it can fail.
  const zip = writeZip()
  const bundle = new Bundle(zip, source.folder)
  const pathOf = new Map(source.files.map(({ file, path }) => [file.id, path]))
  bundle.bytes('index.html', 'text/html', Buffer.from(textPage(actor, source, pathOf)))
  bundle.bytes('styles.css', 'text/css', Buffer.from(bundleStyles))
  for (const each of formulas) bundle.bytes(each.path, each.mediaType, each.content)
  for (const { file, path } of source.files) {
    const { version } = source
    const open = async () => {
      const { status } = version
      const found = { file, version: { version: version.version, status, document: source.document } }
      const stamped = isStamped(actor, found) ? await stampedBytes(actor, found) : null
      return stamped ? Readable.from([Buffer.from(stamped)]) : readStored(file.key)
    }
    bundle.stream(path, file, open)
  }
  bundle.manifest((entries) => {
    const { publicUrl: from } = environment()
    const made = { at: now(), by: actor.name, organization: actor.organizationName, from }
    return JSON.stringify(manifestOf(source, made, entries), null, 2)
  })
  zip.end()
  return zip.output
}

function textPage(actor: Actor, source: BundleSource, pathOf: Map<string, string>): string {
  const t = translatorFor(actor.language) as unknown as (key: string, values?: object) => string
  const { document, version, html, hasFormulas, files } = source
  const facts = [
    document.number,
    t('documents:version', { version: version.version }),
    t(`documents:status.${version.status}`),
    document.supplierName,
    version.releasedAt?.toISOString().slice(0, 10),
  ]
  return pageHtml({
    title: version.title,
    facts: facts.filter(Boolean).join(' · '),
    language: version.language,
    html: withOwnAddresses(html, environment().publicUrl, pathOf),
    hasFormulas,
    files: files.map(({ file, path }) => ({ name: file.name, path })),
    filesTitle: t('documents:page.files'),
  })
}

/** Adds entries in one folder and notes of each its size and hash as its bytes go by. */
class Bundle {
  readonly #entries: BundleEntry[] = []

  constructor(
    readonly zip: ZipWriter,
    readonly folder: string,
  ) {}

  bytes(path: string, mediaType: string, content: Buffer): void {
    const sha256 = createHash('sha256').update(content).digest('hex')
    this.#entries.push({ path, mediaType, size: content.length, sha256 })
    this.zip.add(`${this.folder}/${path}`, content, { isPacked: packed.test(mediaType) })
  }

  stream(path: string, file: { type: string; sha256: string | null }, open: () => Promise<Readable>): void {
    const entry: BundleEntry = { path, mediaType: file.type, size: 0, sha256: '' }
    this.#entries.push(entry)
    const counted = async () => Readable.from(this.#count(entry, file.sha256, await open()))
    this.zip.add(`${this.folder}/${path}`, counted, { isPacked: packed.test(file.type) })
  }

  /** Comes last: its bytes are asked for when all others are through. */
  manifest(text: (entries: BundleEntry[]) => string): void {
    this.zip.add(`${this.folder}/manifest.json`, async () =>
      Readable.from([Buffer.from(text(this.#entries))]),
    )
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
