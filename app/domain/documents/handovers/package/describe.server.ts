import { translatorFor } from '#app/i18n/i18n.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { BundleSource } from '../../reading/bundle/bundle-source.server.ts'
import type { BundleEntry } from '../../reading/bundle/manifest.ts'
import { IdtaDocument } from '../engine/idta02004.ts'
import type { VdiDocument } from '../engine/vdi2770.ts'

export type Translate = (key: string, values?: object) => string
export const translateIn = (language: string) => translatorFor(language) as unknown as Translate

/** A version without its text: what is kept of it while the package is written. */
export type Described = Omit<BundleSource, 'html' | 'hasFormulas'>

const day = (at: Date | null) => (at ?? new Date(0)).toISOString().slice(0, 10)

/** The name of a class in the language of a document, and in English, which every system takes. */
export function classNames(classId: string, language: string) {
  return [...new Set([asLanguage(language), asLanguage('en')])].map((each) => ({
    language: each,
    text: translateIn(each)(`documents:vdiClass.${classId}`),
  }))
}

/** A summary is wanted by both formats: without one the title says it. */
const summaryOf = ({ version }: Described) => version.summary || version.title

export function vdiOf(source: Described, files: VdiDocument['files']): VdiDocument {
  const { document, version, supersedes } = source
  return {
    domain: environment().publicUrl,
    identifier: document.number,
    organization: document.supplierName,
    classId: document.vdiClass,
    classNames: classNames(document.vdiClass, version.language),
    objects: objectsOf(source),
    version: String(version.version),
    languages: [version.language],
    title: version.title,
    summary: summaryOf(source),
    keywords: version.keywords,
    status: 'Released',
    setOn: day(version.releasedAt),
    relations:
      supersedes === null
        ? []
        : [{ type: 'IsBasedOn', identifier: document.number, version: String(supersedes) }],
    files,
  }
}

/** Variants first: they say it most exactly. What is about everything names its supplier. */
function objectsOf({ document }: Described): VdiDocument['objects'] {
  const objects: VdiDocument['objects'] = [
    ...document.variants.map(({ number, customerNumber }) => ({
      id: number,
      refType: 'product type' as const,
      description: customerNumber ?? number,
    })),
    ...document.products.map(({ number, name }) => ({
      id: number,
      refType: 'product type' as const,
      description: name,
    })),
    ...document.families.map(({ code, name }) => ({
      id: code,
      refType: 'product description' as const,
      description: name,
    })),
  ]
  const { supplierName } = document
  return objects.length > 0
    ? objects
    : [{ id: supplierName, refType: 'product description', description: supplierName }]
}

/** The same as IDTA 02004 has it; the paths are those in the package. */
export function idtaOf(source: Described, container: string, entries: BundleEntry[]): IdtaDocument {
  const { document, version, supersedes } = source
  const domain = environment().publicUrl
  const language = asLanguage(version.language)
  const said = (text: string) => [{ language, text }]
  return IdtaDocument.parse({
    DocumentIds: [{ DocumentDomainId: domain, DocumentIdentifier: document.number, DocumentIsPrimary: true }],
    DocumentClassifications: [
      {
        ClassId: document.vdiClass,
        ClassName: classNames(document.vdiClass, version.language),
        ClassificationSystem: 'VDI 2770 Blatt 1:2020',
      },
    ],
    DocumentVersions: [
      {
        Language: [language],
        Version: String(version.version),
        Title: said(version.title),
        Description: said(summaryOf(source)),
        ...(version.keywords.length > 0 ? { KeyWords: said(version.keywords.join(', ')) } : {}),
        StatusSetDate: day(version.releasedAt),
        StatusValue: 'Released',
        OrganizationShortName: document.supplierName,
        OrganizationOfficialName: document.supplierName,
        ...basedOn(domain, document.number, supersedes),
        DigitalFiles: entries.map(({ path, mediaType, size, sha256 }) => ({
          ...{ Path: `${container}/${path}`, MimeType: mediaType, Size: size, Sha256: sha256 },
        })),
      },
    ],
  })
}

/** The version before it, where there is one. */
function basedOn(domain: string, number: string, supersedes: number | null) {
  if (supersedes === null) return {}
  const before = { DocumentDomainId: domain, DocumentIdentifier: number, Version: String(supersedes) }
  return { BasedOnReferences: [before] }
}
