import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { underWay } from '../../document.ts'
import { documentNumber } from '../../kinds.ts'
import { documentPolicy } from '../../policy.ts'
import { listAudience, type Reader } from '../../queries/readers.server.ts'
import { countedParts, tabsOf } from '../../queries/tabs.server.ts'
import { askedInNewestRound } from '../../reviews/queries/asked.server.ts'
import { visibleAudience, visibleDocuments, visibleVersions } from '../../scope.server.ts'
import { type FileReading, listFileReadings } from './file-readings.server.ts'
import { listAcknowledged, listNotified, listTaken } from './moments.server.ts'

/** What is known of one reader of one version. */
export interface EvidenceRow extends Reader {
  notifiedAt: Date | null
  mailedAt: Date | null
  /** When files were taken, the earliest first. */
  takenAt: Date[]
  acknowledgedAt: Date | null
  files: FileReading[]
}

/** The document and the version whose evidence is asked for: by number, or the one in force, or the newest one. */
async function findSubject(actor: Actor, documentId: string, number: number | null, db: Database) {
  if (!isId(documentId)) throw new NotFound()
  const document = await db.document.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: documentId }, visibleDocuments(actor)] },
    select: {
      id: true,
      organizationId: true,
      kind: true,
      number: true,
      releasedVersionId: true,
      audience: {
        where: visibleAudience(actor),
        select: { accountId: true, familyId: true, functions: true },
      },
      versions: {
        where: visibleVersions(actor),
        orderBy: { version: 'desc' },
        select: {
          ...{ id: true, version: true, title: true, status: true, language: true, releasedAt: true },
          reviewRounds: askedInNewestRound,
          _count: countedParts(actor),
        },
      },
    },
  })
  if (!document) throw new NotFound()
  const { versions, releasedVersionId } = document
  const version =
    number === null
      ? (versions.find((each) => each.id === releasedVersionId) ?? versions[0])
      : versions.find((each) => each.version === number)
  if (!version) throw new NotFound()
  return { document: { ...document, number: documentNumber(document.kind, document.number) }, version }
}

/**
 * Who was told of a version, opened it, for how long it was in view, what of its files was seen and taken, who acknowledged it; everybody
 * in the audience, of the accounts that the actor may enter. Six statements.
 * @throws NotFound, Forbidden
 */
export async function getEvidence(
  actor: Actor,
  documentId: string,
  number: number | null,
  db: Database = prisma,
) {
  const { document, version } = await findSubject(actor, documentId, number, db)
  authorize(documentPolicy.seeEvidence(actor, document))
  const [{ readers, isMore }, files, notified, taken, acknowledged] = await Promise.all([
    listAudience(actor, document, version.id, db),
    listFileReadings(actor, version.id, db),
    listNotified(document.id, version.version, db),
    listTaken(actor, document.id, version.version, db),
    listAcknowledged(actor, version.id, db),
  ])
  const rows: EvidenceRow[] = readers.map((reader) => ({
    ...reader,
    notifiedAt: notified.get(reader.membershipId)?.notifiedAt ?? null,
    mailedAt: notified.get(reader.membershipId)?.mailedAt ?? null,
    takenAt: taken.get(reader.membershipId) ?? [],
    acknowledgedAt: acknowledged.get(reader.membershipId) ?? null,
    files: files.get(reader.membershipId) ?? [],
  }))
  const { id, organizationId, versions } = document
  const shown = versions.filter((each) => !underWay.includes(each.status))
  return {
    document: { id, organizationId, number: document.number, versions: shown },
    version,
    tabs: tabsOf(actor, document, version),
    rows: version.releasedAt ? rows : [],
    isMore,
  }
}
export type Evidence = Awaited<ReturnType<typeof getEvidence>>
