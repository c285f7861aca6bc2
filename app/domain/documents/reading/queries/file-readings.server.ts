import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { visibleFileReadings } from '../scope.server.ts'

export interface FileReading {
  name: string
  openCount: number
  lastOpenedAt: Date | null
  /** Of a PDF: the pages that were in view for a second at least. */
  pages: number[]
  pageCount: number | null
  downloadCount: number
}

export const fileReading = {
  openCount: true,
  lastOpenedAt: true,
  pages: true,
  pageCount: true,
  downloadCount: true,
  file: { select: { name: true } },
} as const

/** What was seen of the files of a version, by member. */
export async function listFileReadings(
  actor: Actor,
  versionId: string,
  db: Database = prisma,
): Promise<Map<string, FileReading[]>> {
  const found = await db.documentFileReading.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ versionId }, visibleFileReadings(actor)] },
    select: { membershipId: true, ...fileReading },
    orderBy: { file: { name: 'asc' } },
    take: 5000,
  })
  const byMember = new Map<string, FileReading[]>()
  for (const { membershipId, file, ...reading } of found) {
    byMember.set(membershipId, [...(byMember.get(membershipId) ?? []), { name: file.name, ...reading }])
  }
  return byMember
}
