import type { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import { Bundle } from '../../reading/bundle/entries.server.ts'
import { manifestOf } from '../../reading/bundle/manifest.ts'
import type { IdtaHandover } from '../engine/idta02004.ts'
import { type Container, isContent, openContainer } from './container.server.ts'
import { idtaOf } from './describe.server.ts'
import { mainPdf, mainXml } from './main-document.server.ts'
import type { PackageSource, PackedDocument } from './source.server.ts'

type Packed = Omit<Container, 'output'>

/**
 * A hand-over package as a ZIP file that is written while it is read: a documentation container of VDI 2770 with its main
 * document, a document container for each version, the same metadata as IDTA 02004, and last the manifest with the SHA-256
 * of everything, also of what lies in the containers.
 */
export async function writePackage(actor: Actor, source: PackageSource): Promise<Readable> {
  const listing = await mainPdf(actor, source)
  // From here on without a pause: whoever reads the output has to be there before it can fail.
  const zip = writeZip()
  const bundle = new Bundle(zip, '')
  const packed = new Map<PackedDocument, Packed>()
  bundle.bytes('VDI2770_Main.xml', 'application/xml', Buffer.from(mainXml(actor, source)))
  bundle.bytes('VDI2770_Main.pdf', 'application/pdf', listing)
  for (const each of source.documents) {
    bundle.stream(each.container, { type: 'application/zip', sha256: null }, async () => {
      const { output, ...container } = await openContainer(actor, each)
      packed.set(each, container)
      return output
    })
  }
  bundle.late('handover.json', 'application/json', () => `${JSON.stringify(handoverOf(packed), null, 2)}\n`)
  bundle.manifest(() => `${JSON.stringify(manifestOfPackage(actor, source, { bundle, packed }), null, 2)}\n`)
  zip.end()
  return zip.output
}

function handoverOf(packed: Map<PackedDocument, Packed>): IdtaHandover {
  const documents = [...packed].map(([{ container }, { described, entries }]) =>
    idtaOf(described, container, entries.filter(isContent)),
  )
  return { Submodel: 'HandoverDocumentation', Template: 'IDTA 02004', Documents: documents }
}

/** The metadata of each document after IEC 82045-2, as its offline bundle has them. */
function manifestOfPackage(
  actor: Actor,
  { account, variant, requirement, completeness }: PackageSource,
  { bundle, packed }: { bundle: Bundle; packed: Map<PackedDocument, Packed> },
) {
  const { publicUrl: from } = environment()
  const made = { at: now(), by: actor.name, organization: actor.organizationName, from }
  const about = {
    number: `A-${account.number}`,
    supplier: account.supplier.name,
    customer: account.customer.name,
  }
  return {
    format: 'counterpart-handover-package',
    formatVersion: 1,
    made,
    account: about,
    variant: variant && { number: variant.number, customerNumber: variant.customerNumber },
    required: {
      classes: requirement.classes,
      languages: requirement.languages,
      reference: requirement.reference,
    },
    completeness: completeness.rows.map(({ vdiClass, isRequired, cells }) => ({
      vdiClass,
      isRequired,
      cells,
    })),
    documents: [...packed].map(([{ container, document }, { described, entries }]) => ({
      container,
      holding: document.holding,
      ...manifestOf(described, made, entries),
    })),
    entries: bundle.entries,
  }
}
