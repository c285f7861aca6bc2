/** A document container's metadata, as VDI 2770 Blatt 1 asks for it. Days are ISO 8601, languages ISO 639-1. */
export interface VdiDocument {
  /** Who gives the identifiers: an address that nobody else uses. */
  domain: string
  identifier: string
  organization: string
  classId: string
  /** In the language of the document and in English. */
  classNames: { language: string; text: string }[]
  /** What it is about: part numbers of the supplier's, and the customer's own. */
  objects: { id: string; refType: 'product type' | 'product description'; description: string }[]
  version: string
  languages: string[]
  title: string
  summary: string
  keywords: string[]
  status: 'InReview' | 'Released'
  setOn: string
  /** Of a main document: the documents that it lists; of others: the version before. */
  relations: { type: 'RefersTo' | 'IsBasedOn'; identifier: string; version: string; description?: string }[]
  /** In the container, by media type. */
  files: { name: string; mediaType: string }[]
}

type Attributes = Record<string, string>

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** XML 1.0 has no control characters but tab and line ends, and no lone halves of a pair. */
const clean = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}|[\ufffe\uffff]/gu, ' ')
const escaped = (text: string) => clean(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return content.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content.join('')}</${name}>`
}
const text = (name: string, value: string, attributes: Attributes = {}) =>
  element(name, attributes, escaped(value))

/** The metadata file: VDI2770_Metadata.xml, or VDI2770_Main.xml for the main document of a documentation container. */
export function vdiXml(document: VdiDocument): string {
  const { domain, classNames, languages } = document
  const party = (role: string) => partyOf(document, role)
  const classification = [
    text('ClassId', document.classId),
    ...classNames.map((name) => text('ClassName', name.text, { Language: name.language })),
  ]
  const keywords = document.keywords.map((keyword) => text('KeyWord', keyword))
  const described = languages.map((Language) =>
    element(
      'DocumentDescription',
      { Language },
      text('Title', document.title),
      text('Summary', document.summary),
      ...(keywords.length > 0 ? [element('KeyWords', {}, ...keywords)] : []),
    ),
  )
  const version = [
    text('DocumentVersionId', document.version),
    ...languages.map((language) => text('Language', language)),
    party('Author'),
    ...described,
    element(
      'LifeCycleStatus',
      { SetDate: document.setOn, StatusValue: document.status },
      party('Responsible'),
    ),
    ...document.relations.map((relation) => relationOf(document, relation)),
    ...document.files.map(({ name, mediaType }) => text('DigitalFile', name, { FileFormat: mediaType })),
  ]
  const root = element(
    'Document',
    { xmlns: 'http://www.vdi.de/schemas/vdi2770' },
    text('DocumentId', document.identifier, { DomainId: domain, IsPrimary: 'true' }),
    element('DocumentIdDomain', { DocumentDomainId: domain }, party('Responsible')),
    element('DocumentClassification', { ClassificationSystem: 'VDI2770:2018' }, ...classification),
    ...objectsOf(document),
    element('DocumentVersion', {}, ...version),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function partyOf({ domain, organization }: VdiDocument, Role: string): string {
  const names = [
    text('OrganizationId', domain),
    text('OrganizationName', organization),
    text('OrganizationOfficialName', organization),
  ]
  return element('Party', { Role }, element('Organization', {}, ...names))
}

/** One object with all that is known it by: the standard wants at least one. */
function objectsOf(document: VdiDocument): string[] {
  const { objects, languages } = document
  const [Language = 'en'] = languages
  return objects.map(({ id, refType, description }) =>
    element(
      'ReferencedObject',
      {},
      text('ObjectId', id, { ObjectType: 'Type', RefType: refType }),
      partyOf(document, 'Manufacturer'),
      text('Description', description, { Language }),
    ),
  )
}

function relationOf(
  { domain, languages }: VdiDocument,
  { type, identifier, version, description }: VdiDocument['relations'][number],
): string {
  const [Language = 'en'] = languages
  return element(
    'DocumentRelationship',
    { Type: type },
    text('DocumentId', identifier, { DomainId: domain }),
    text('DocumentVersionId', version),
    ...(description ? [text('Description', description, { Language })] : []),
  )
}
