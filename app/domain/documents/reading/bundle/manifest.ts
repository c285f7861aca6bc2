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
    supplierName: string
    products: { number: string; name: string }[]
  }
  version: {
    version: number
    title: string
    language: string
    status: string
    changeNote: string
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
      title: version.title,
      language: version.language,
      version: version.version,
      status: version.status,
      statusAt: withdrawal?.withdrawnAt ?? releasedAt ?? version.submittedAt,
      changeNote: version.changeNote,
      creator: version.author.name,
      approver: version.releasedBy?.name ?? null,
      releasedAt,
      validFrom: releasedAt,
      validTo: withdrawal?.withdrawnAt ?? null,
      withdrawalReason: withdrawal?.reason ?? null,
      supersedes,
      relatedObjects: document.products.map(({ number, name }) => ({ number, name })),
      owner: document.supplierName,
    },
    entries,
  }
}
