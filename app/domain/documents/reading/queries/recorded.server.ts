import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { type DocumentKind, documentNumber } from '../../kinds.ts'
import type { FileReading } from './file-readings.server.ts'
import { fileReading } from './file-readings.server.ts'

/** All that is recorded about one person's reading of one version. */
export interface RecordedRow {
  id: string
  documentId: string
  number: string
  title: string
  version: number
  language: string
  supplierName: string
  openCount: number
  firstOpenedAt: Date
  lastOpenedAt: Date
  viewMilliseconds: number
  downloadCount: number
  files: FileReading[]
}

/**
 * What is recorded about the actor's own reading, the latest first: also of documents that it does not see any more, for
 * what is recorded about a person is that person's to know. Of such a document the number alone is told.
 */
export async function listRecorded(
  actor: Actor,
  after?: string,
  db: Database = prisma,
): Promise<Page<RecordedRow>> {
  const cursor = decodeCursor(after)
  const rows = await db.$queryRaw<
    (Omit<RecordedRow, 'number' | 'files'> & { number: number | null; kind: DocumentKind | null })[]
  >`
    SELECT r.version_id AS id, r.document_id AS "documentId", d.number, d.kind, coalesce(v.title, '') AS title,
           coalesce(v.version, 0) AS version, coalesce(v.language, 'en') AS language, coalesce(o.name, '') AS "supplierName",
           r.open_count AS "openCount", r.first_opened_at AS "firstOpenedAt", r.last_opened_at AS "lastOpenedAt",
           r.view_milliseconds AS "viewMilliseconds", r.download_count AS "downloadCount"
    FROM document_reading r
    LEFT JOIN document_version v ON v.id = r.version_id
    LEFT JOIN document d ON d.id = r.document_id
    LEFT JOIN organization o ON o.id = v.organization_id
    WHERE r.membership_id = ${actor.membershipId}::uuid
      AND (${cursor?.at ?? null}::timestamptz IS NULL
           OR (r.last_opened_at, r.version_id) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid))
    ORDER BY r.last_opened_at DESC, r.version_id DESC
    LIMIT ${pageSize + 1}`
  const page = pageOf(rows, pageSize, ({ lastOpenedAt, id }) => ({ at: lastOpenedAt, id }))
  const files = await filesOf(
    actor,
    page.items.map(({ id }) => id),
    db,
  )
  return {
    ...page,
    items: page.items.map(({ kind, number, ...row }) => ({
      ...row,
      number: kind === null || number === null ? '' : documentNumber(kind, number),
      files: files.get(row.id) ?? [],
    })),
  }
}

async function filesOf({ membershipId }: Actor, versionIds: string[], db: Database) {
  const found = await db.documentFileReading.findMany({
    relationLoadStrategy: 'join',
    where: { membershipId, versionId: { in: versionIds } },
    select: { versionId: true, ...fileReading },
    orderBy: { file: { name: 'asc' } },
  })
  const byVersion = new Map<string, FileReading[]>()
  for (const { versionId, file, ...reading } of found) {
    byVersion.set(versionId, [...(byVersion.get(versionId) ?? []), { name: file?.name ?? '', ...reading }])
  }
  return byVersion
}
