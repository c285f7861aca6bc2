import type { Database } from '#app/platform/database/database.server.ts'
import { canonical, sha256 } from './canonical.ts'

export interface VersionContent {
  /** SHA-256 over the canonical JSON of what the version says and of its files with their own SHA-256. */
  hash: string
  releasedAt: Date | null
  releasedBy: { id: string; name: string } | null
  files: { name: string; size: number; sha256: string }[]
}

/** What was released, as a hash: the same for everybody and for ever, because a released version never changes. */
export async function contentOfVersion(db: Database, versionId: string): Promise<VersionContent> {
  const found = await db.documentVersion.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: versionId },
    select: {
      title: true,
      body: true,
      language: true,
      changeNote: true,
      summary: true,
      keywords: true,
      effectiveOn: true,
      expiresOn: true,
      version: true,
      releasedAt: true,
      releasedBy: { select: { id: true, name: true } },
      files: {
        orderBy: { position: 'asc' },
        select: { file: { select: { name: true, size: true, sha256: true } } },
      },
    },
  })
  const { files: attached, releasedAt, releasedBy, effectiveOn, expiresOn, ...says } = found
  const files = attached.map(({ file }) => ({
    name: file.name,
    size: Number(file.size),
    sha256: file.sha256 ?? '',
  }))
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  const validity = { effectiveOn: day(effectiveOn), expiresOn: day(expiresOn) }
  const hash = sha256(canonical({ ...says, ...validity, files }))
  return { hash, releasedAt, releasedBy, files }
}
