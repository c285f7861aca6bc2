import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { type DocumentKind, documentNumber } from '../kinds.ts'
import { askedInNewestRound } from '../reviews/queries/asked.server.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'
import { countedParts } from './tabs.server.ts'

function record(actor: Actor) {
  return {
    id: true,
    organizationId: true,
    ownerId: true,
    kind: true,
    number: true,
    title: true,
    language: true,
    status: true,
    releasedVersionId: true,
    versions: {
      where: visibleVersions(actor),
      orderBy: { version: 'desc' },
      select: {
        id: true,
        version: true,
        title: true,
        language: true,
        status: true,
        authorId: true,
        coAuthors: { select: { membershipId: true } },
        submittedAt: true,
        updatedAt: true,
        reviewRounds: askedInNewestRound,
        _count: countedParts(actor),
      },
    },
  } satisfies Prisma.DocumentSelect
}

type Row = Prisma.DocumentGetPayload<{ select: ReturnType<typeof record> }>
export type VersionRecord = Row['versions'][number]

/** A document with its versions, the newest first, without what they say. */
export interface DocumentRecord extends Omit<Row, 'number'> {
  /** As people write it: TN-0001. */
  number: string
}

/**
 * One document that exists for the actor. The title and the language are those of the released version; versions that
 * the actor does not see are left out.
 * @throws NotFound
 */
export async function getDocument(actor: Actor, id: string, db: Database = prisma): Promise<DocumentRecord> {
  const document = isId(id)
    ? await db.document.findFirst({
        relationLoadStrategy: 'join',
        where: { AND: [{ id }, visibleDocuments(actor)] },
        select: record(actor),
      })
    : null
  if (!document) throw new NotFound()
  return { ...document, number: documentNumber(document.kind, document.number) }
}

/** What a link to a document shows, or null when it does not exist for the actor. */
export async function findDocumentTitle(
  actor: Actor,
  id: string,
  db: Database = prisma,
): Promise<{ id: string; organizationId: string; kind: DocumentKind; number: string; title: string } | null> {
  if (!isId(id)) return null
  const document = await db.document.findFirst({
    where: { AND: [{ id }, visibleDocuments(actor)] },
    select: { id: true, organizationId: true, kind: true, number: true, title: true },
  })
  return document && { ...document, number: documentNumber(document.kind, document.number) }
}

/** What the sentences of events name. */
export function namedVersion(document: DocumentRecord, version: Pick<VersionRecord, 'version' | 'title'>) {
  return { number: document.number, title: version.title, version: version.version }
}
