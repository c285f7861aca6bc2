import { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import { isStamped, stampedBytes } from '../serve.server.ts'
import type { BundleSource } from './bundle-source.server.ts'
import { Bundle } from './entries.server.ts'
import { formulaFiles } from './formulas.server.ts'
import { manifestOf } from './manifest.ts'
import { bundleStyles, pageHtml, withOwnAddresses } from './page-html.server.ts'

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
  for (const { file, path } of source.files) bundle.stream(path, file, () => openFile(actor, source, file))
  bundle.manifest((entries) => {
    const { publicUrl: from } = environment()
    const made = { at: now(), by: actor.name, organization: actor.organizationName, from }
    return JSON.stringify(manifestOf(source, made, entries), null, 2)
  })
  zip.end()
  return zip.output
}

/** A file as the actor gets it on the page too. */
export async function openFile(
  actor: Actor,
  { version, document }: Pick<BundleSource, 'version' | 'document'>,
  file: BundleSource['files'][number]['file'],
): Promise<Readable> {
  const { status } = version
  const found = { file, version: { version: version.version, status, document } }
  const stamped = isStamped(actor, found) ? await stampedBytes(actor, found) : null
  return stamped ? Readable.from([Buffer.from(stamped)]) : readStored(file.key)
}

/** The text as a page that names its files by their paths. */
export function textPage(actor: Actor, source: BundleSource, pathOf: Map<string, string>): string {
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
    title: version.shown.title,
    facts: facts.filter(Boolean).join(' · '),
    language: version.shown.language,
    html: withOwnAddresses(html, environment().publicUrl, pathOf),
    hasFormulas,
    files: files.map(({ file, path }) => ({ name: file.name, path })),
    filesTitle: t('documents:page.files'),
  })
}
