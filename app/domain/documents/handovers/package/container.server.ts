import type { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { prisma, runAsActor } from '#app/platform/database/database.server.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import { parametersAsCsv } from '../../parameters/export.ts'
import { listParameters } from '../../parameters/queries.server.ts'
import { getBundleSource } from '../../reading/bundle/bundle-source.server.ts'
import { Bundle } from '../../reading/bundle/entries.server.ts'
import { formulaFiles } from '../../reading/bundle/formulas.server.ts'
import type { BundleEntry } from '../../reading/bundle/manifest.ts'
import { bundleStyles } from '../../reading/bundle/page-html.server.ts'
import { openFile, textPage } from '../../reading/bundle/write-bundle.server.ts'
import { vdiXml } from '../engine/vdi2770.ts'
import { type Described, vdiOf } from './describe.server.ts'
import type { PackedDocument } from './source.server.ts'

export interface Container {
  described: Described
  /** Filled while the container is read. */
  entries: BundleEntry[]
  output: Readable
}

/**
 * The document container of one version (VDI 2770): the metadata, the text as a page and as it was written, the files as
 * the actor gets them. It is asked for again when its turn comes, as the actor: what was lost in between is not packed.
 * @throws NotFound
 */
export async function openContainer(actor: Actor, packed: PackedDocument): Promise<Container> {
  const { source, body, parameters } = await runAsActor(actor.membershipId, () => read(actor, packed))
  const formulas = source.hasFormulas ? await formulaFiles() : []
  const table = parameters.length > 0 ? [{ path: 'parameters.csv', mediaType: 'text/csv' }] : []
  const files = source.files.map(({ file }, index) => ({ file, path: flatName(index, file.name) }))
  const pathOf = new Map(files.map(({ file, path }) => [file.id, path]))
  const page = textPage(actor, { ...source, files }, pathOf)
  const { html: _, hasFormulas: __, ...described } = source
  // From here on without a pause: whoever reads the output has to be there before it can fail.
  const zip = writeZip()
  const bundle = new Bundle(zip, '')
  const declared = [
    ...files.map(({ file, path }) => ({ name: path, mediaType: file.type })),
    ...[...ownFiles, ...table, ...formulas].map(({ path, mediaType }) => ({ name: path, mediaType })),
  ]
  const metadata = Buffer.from(vdiXml(vdiOf(described, declared)))
  bundle.bytes('VDI2770_Metadata.xml', 'application/xml', metadata)
  bundle.bytes('index.html', 'text/html', Buffer.from(page))
  bundle.bytes('text.md', 'text/markdown', Buffer.from(body))
  bundle.bytes('styles.css', 'text/css', Buffer.from(bundleStyles))
  for (const each of table) bundle.bytes(each.path, each.mediaType, Buffer.from(parametersAsCsv(parameters)))
  for (const each of formulas) bundle.bytes(each.path, each.mediaType, each.content)
  for (const { file, path } of files) bundle.stream(path, file, () => openFile(actor, source, file))
  zip.end()
  return { described, entries: bundle.entries, output: zip.output }
}

/** What says the content: not the style sheet and the fonts that the page is set in. */
export const isContent = ({ path }: { path: string }) =>
  path !== 'VDI2770_Metadata.xml' && path !== 'styles.css' && !path.startsWith('formulas/')

/** In every container beside the metadata. */
const ownFiles = [
  { path: 'index.html', mediaType: 'text/html' },
  { path: 'text.md', mediaType: 'text/markdown' },
  { path: 'styles.css', mediaType: 'text/css' },
]

/** The files lie side by side, as the standard has them. */
function flatName(index: number, name: string): string {
  const plain = name.replace(/[\\/:*?"<>|]|\p{Cc}/gu, '_')
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  return `${index + 1}-${plain.slice(0, plain.length - ending.length).slice(0, 100)}${ending}`
}

/** For the account, whoever takes it: other accounts' variants and the supplier's own parameters stay out. */
async function read(actor: Actor, { document, version, variantIds }: PackedDocument) {
  const { document: found, ...source } = await getBundleSource(actor, document.id, version.version)
  const variants = found.variants.filter(({ id }) => variantIds.has(id))
  const { body } = await prisma.documentVersion.findUniqueOrThrow({
    where: { id: version.id },
    select: { body: true },
  })
  const parameters = (await listParameters(actor, version.id)).filter(({ isShared }) => isShared)
  return { source: { ...source, document: { ...found, variants } }, body, parameters }
}
