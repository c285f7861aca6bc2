/** An entry of the bundle, with what one needs to verify it. */
export interface BundleEntry {
  /** Path in the ZIP file. */
  path: string
  mediaType: string
  /** Bytes. */
  size: number
  /** SHA-256 of the entry, in hex. */
  sha256: string
  /** Of a file that carries a stamp: SHA-256 of the original. */
  originalSha256?: string
}

interface Described {
  document: {
    id: string
    number: string
    kind: string
    vdiClass: string | null
    securityClass: string
    supplierName: string
    ownerName: string
    products: { number: string; name: string }[]
    families: { code: string; name: string }[]
    variants: { number: string; customerNumber: string | null }[]
  }
  version: {
    version: number
    title: string
    language: string
    status: string
    /** The text in the bundle: the original, or a translation of it. */
    shown: { language: string; isTranslation: boolean }
    changeNote: string
    summary: string
    keywords: string[]
    effectiveOn: Date | null
    expiresOn: Date | null
    author: { name: string }
    releasedBy: { name: string } | null
    releasedAt: Date | null
    submittedAt: Date | null
    withdrawal: { withdrawnAt: Date; reason: string } | null
  }
  /** The version that was in force before. */
  supersedes: number | null
}

interface Made {
  at: Date
  by: string
  organization: string
  /** Address of the portal. */
  from: string
}

const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null

/**
 * The metadata of a version after IEC 82045-2: identifier with its domain, title, language, version, status with date, creator,
 * approver, validity, what it replaces, what it is about, owner; and every other entry of the bundle. Times are UTC by ISO 8601.
 */
export function manifestOf({ document, version, supersedes }: Described, made: Made, entries: BundleEntry[]) {
  const { withdrawal, releasedAt } = version
  return {
    format: 'counterpart-document-bundle',
    formatVersion: 1,
    made: { at: made.at, by: made.by, organization: made.organization, from: made.from },
    document: {
      identifier: document.number,
      domain: document.supplierName,
      address: `${made.from}/documents/${document.id}?version=${version.version}`,
      kind: document.kind,
      classification: document.vdiClass && { system: 'VDI 2770 Blatt 1:2020', classId: document.vdiClass },
      securityClass: document.securityClass,
      description: version.summary,
      keywords: version.keywords,
      title: version.title,
      language: version.language,
      text: { language: version.shown.language, isTranslation: version.shown.isTranslation },
      version: version.version,
      status: version.status,
      statusAt: withdrawal?.withdrawnAt ?? releasedAt ?? version.submittedAt,
      changeNote: version.changeNote,
      creator: version.author.name,
      approver: version.releasedBy?.name ?? null,
      releasedAt,
      validFrom: day(version.effectiveOn ?? releasedAt),
      validTo: day(withdrawal?.withdrawnAt ?? version.expiresOn),
      withdrawalReason: withdrawal?.reason ?? null,
      supersedes,
      relatedObjects: {
        products: document.products.map(({ number, name }) => ({ number, name })),
        families: document.families.map(({ code, name }) => ({ code, name })),
        variants: document.variants.map(({ number, customerNumber }) => ({ number, customerNumber })),
      },
      owner: { organization: document.supplierName, person: document.ownerName },
    },
    entries,
  }
}
