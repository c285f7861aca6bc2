import type { Actor } from '#app/domain/access/actor.ts'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { runBeside } from '#app/platform/beside/beside.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { PdfLine } from '#app/platform/pdf/lines.server.ts'
import { vdiXml } from '../engine/vdi2770.ts'
import { classNames, translateIn } from './describe.server.ts'
import type { PackageSource } from './source.server.ts'

/** The class of a main document: it identifies what follows. */
const mainClass = '01-01'

const titleOf = ({ account, variant }: PackageSource, language: string) =>
  translateIn(language)(variant ? 'handover:main.titleVariant' : 'handover:main.title', {
    customer: account.customer.name,
    variant: variant?.number ?? '',
    customerNumber: variant?.customerNumber ?? '',
  })

/** VDI2770_Main.xml: it refers to every document of the package. */
export function mainXml(actor: Actor, source: PackageSource): string {
  const language = asLanguage(actor.language)
  const { account, variant, documents, name } = source
  const title = titleOf(source, language)
  return vdiXml({
    domain: environment().publicUrl,
    identifier: name.replace(/\.zip$/, ''),
    organization: account.supplier.name,
    classId: mainClass,
    classNames: classNames(mainClass, language),
    objects: [
      variant
        ? { id: variant.number, refType: 'product type', description: variant.product.name }
        : { id: `A-${account.number}`, refType: 'product description', description: account.customer.name },
    ],
    version: now().toISOString().slice(0, 10),
    languages: [language],
    title,
    summary: title,
    keywords: [],
    status: 'Released',
    setOn: now().toISOString().slice(0, 10),
    relations: documents.map(({ document, version }) => ({
      type: 'RefersTo',
      identifier: document.number,
      version: String(version.version),
      description: version.title,
    })),
    files: [
      { name: 'VDI2770_Main.pdf', mediaType: 'application/pdf' },
      { name: 'handover.json', mediaType: 'application/json' },
      { name: 'manifest.json', mediaType: 'application/json' },
    ],
  })
}

/** VDI2770_Main.pdf: the same to be read, in the language of whoever takes it, with what is missing. */
export async function mainPdf(actor: Actor, source: PackageSource): Promise<Buffer> {
  const t = translateIn(actor.language)
  const { account, completeness, documents } = source
  const at = now()
  const title = titleOf(source, actor.language)
  const names = { supplier: account.supplier.name, customer: account.customer.name }
  const made = {
    day: at.toISOString().slice(0, 10),
    person: actor.name,
    organization: actor.organizationName,
  }
  const counts = { complete: completeness.complete, wanted: completeness.wanted, documents: documents.length }
  const lines: PdfLine[] = [
    { as: 'title', text: title },
    { as: 'note', text: t('handover:main.between', names) },
    { as: 'note', text: t('handover:main.made', made) },
    { as: 'note', text: t('handover:main.counts', counts) },
    ...completeness.rows.flatMap((row) => [
      { as: 'heading' as const, text: `${row.vdiClass} ${t(`documents:vdiClass.${row.vdiClass}`)}` },
      ...row.cells
        .filter(({ covering }) => covering !== 'complete')
        .map(({ language, covering }) => ({
          as: 'note' as const,
          text: `${languageNames[asLanguage(language)]}: ${t(`handover:covering.${covering}`)}`,
        })),
      ...documents
        .filter(({ document }) => document.vdiClass === row.vdiClass)
        .flatMap(({ document, version, container }) => [
          { as: 'entry' as const, text: `${document.number}  ${version.title}` },
          {
            as: 'note' as const,
            text: [
              t('documents:version', { version: version.version }),
              languageNames[asLanguage(version.language)],
              t(`handover:holding.${document.holding}`),
              container,
            ].join(' · '),
          },
        ]),
    ]),
  ]
  return Buffer.from(await runBeside('writePdf', { lines, title, language: actor.language, madeAt: at }))
}
